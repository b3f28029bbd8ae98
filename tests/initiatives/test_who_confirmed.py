"""Who confirmed, with the link in a mail or as a member, is who confirmed on the page and in the history."""

from datetime import date, timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from history.timeline import timeline
from initiatives.freshness import confirm_token, send_digest_about
from initiatives.models import Initiative
from mail.models import OutgoingMail
from partners.models import Membership
from tests.factories import InitiativeFactory, LibraryFactory, ParticipationFactory, PartnerFactory
from tests.initiatives.confirm_links import address, stored
from tests.markup import squeezed
from tests.review_factories import led_by
from tests.role_factories import library_member, national_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    return led_by(LibraryFactory(name="De Bieb"))


@pytest.fixture
def own_library(client):
    """The library of who is logged in."""
    library = LibraryFactory(name="De Bieb")
    client.force_login(library_member(library, email="lid@voorbeeld.nl"))
    return library


def confirm_page(initiative):
    """Where a member says that an example is still right."""
    return reverse("members:initiative_confirm", args=[initiative.slug])


def links_in_mails():
    """{address: path}: where each mail about one example leads who says that it is still right."""
    links = {}
    for mail in OutgoingMail.objects.all():
        [line] = [line for line in mail.body.splitlines() if "Klopt nog:" in line]
        links[mail.to] = "/klopt-nog/" + line.partition("/klopt-nog/")[2]
    return links


def test_who_was_asked_is_who_confirmed_on_the_page_and_in_the_history(client):
    first, second = LibraryFactory(name="Bibliotheek Assen"), LibraryFactory(name="Bibliotheek Hoorn")
    initiative = led_by(first)
    ParticipationFactory(initiative=initiative, organisation=second, role="trekker")
    library_member(second, email="lid@voorbeeld.nl")
    send_digest_about(Initiative.objects.all(), today=date(2026, 3, 2))

    client.post(links_in_mails()["lid@voorbeeld.nl"])

    page = squeezed(client.get(initiative.get_absolute_url()))
    client.force_login(national_curator())
    history = squeezed(client.get(reverse("admin:initiatives_initiative_history", args=[initiative.pk])))
    assert "door Bibliotheek Hoorn" in page
    assert "door Bibliotheek Assen" not in page
    assert "iemand van Bibliotheek Hoorn, met de link in de mail" in history


def test_an_answer_of_curators_or_editors_is_not_written_under_another_name(client):
    alone = InitiativeFactory()
    with_partner = InitiativeFactory(partners=[PartnerFactory(name="UWV")])
    with_lead = led_by(LibraryFactory())

    for initiative in (alone, with_partner, with_lead):
        token = confirm_token(initiative)
        response = client.post(reverse("initiatives:initiative_confirm", args=[token]))

        assert "We hebben genoteerd dat je" in response.content.decode()
        assert stored(initiative) == (None, None, timezone.localdate() + timedelta(days=365))
        assert "iemand van de redactie, met de link in de mail" in [entry.who for entry in timeline(initiative)]


def test_a_link_mailed_before_it_named_a_library_still_works(client, initiative):
    token = signing.dumps([initiative.pk, initiative.confirmation_round], salt="klopt-nog")

    response = client.post(reverse("initiatives:initiative_confirm", args=[token]))

    assert response.status_code == 200
    assert stored(initiative) == (None, None, timezone.localdate() + timedelta(days=365))


def test_a_library_that_leads_no_longer_is_not_who_confirmed(client, initiative):
    link = address(initiative)
    initiative.participations.update(role="partner")

    client.post(link)

    assert stored(initiative)[1] is None


def test_what_was_confirmed_by_who_no_longer_takes_part_can_be_confirmed(client):
    initiative = InitiativeFactory(confirmed_on=date(2025, 1, 1), confirmed_by=LibraryFactory(name="Vroeger"))

    response = client.post(address(initiative))

    assert response.status_code == 200
    assert stored(initiative)[2] == timezone.localdate() + timedelta(days=365)


def test_the_history_tells_that_it_was_confirmed(client, initiative):
    client.post(address(initiative))

    told = {change.what for entry in timeline(initiative) for change in entry.changes}
    assert "bevestigd op" in told
    assert "confirmation round" not in told


def test_confirming_is_noted_under_the_library_of_who_confirms(client, own_library):
    initiative = led_by(LibraryFactory(name="Andere trekker"))
    ParticipationFactory(initiative=initiative, organisation=own_library, role="trekker")

    client.post(confirm_page(initiative))

    assert Initiative.objects.get().confirmed_by.name == "De Bieb"


def test_confirming_asks_for_a_press(client, own_library):
    initiative = led_by(own_library)

    assert client.get(confirm_page(initiative)).status_code == 405
    assert Initiative.objects.get().confirmed_on is None


def test_who_works_at_two_libraries_confirms_for_the_one_that_leads(client):
    partner, first = LibraryFactory(name="Aa"), LibraryFactory(name="Bibliotheek Assen")
    mine = LibraryFactory(name="Bibliotheek Hoorn")
    initiative = led_by(first)
    ParticipationFactory(initiative=initiative, organisation=mine, role="trekker")
    ParticipationFactory(initiative=initiative, organisation=partner, role="partner")
    user = library_member(mine)
    Membership.objects.create(user=user, library=partner)
    client.force_login(user)

    told = squeezed(client.post(confirm_page(initiative), follow=True))

    page = squeezed(client.get(initiative.get_absolute_url()))
    client.force_login(national_curator())
    history = squeezed(client.get(reverse("admin:initiatives_initiative_history", args=[initiative.pk])))
    assert "is bevestigd door Bibliotheek Hoorn." in told
    assert "door Bibliotheek Hoorn" in page
    assert str(user) in history
    assert "Bibliotheek Hoorn" in history
