"""Asking for an account and claiming the page of an organisation: by the domain of one's mail, or by a curator."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from partners import retention
from partners.mail_domains import check_domains
from partners.models import Claim, ContactPerson, Membership
from tests.factories import LibraryFactory, PartnerFactory, ProvinceFactory, UserFactory
from tests.role_factories import ClaimFactory, MembershipFactory, national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
REQUEST = "/account-aanvragen/"
ROOM = "/beheer/partners/claim/"
WHO = {"name": "Wie Wat", "email": "Wie@Bieb.nl", "job_title": "Adviseur"}


@pytest.fixture
def library():
    return LibraryFactory(mail_domains="Bieb.nl, boeken.nl", province=ProvinceFactory())


def posted():
    """The mail that waits, as it is sent."""
    before = len(mail.outbox)
    for job in ProcrastinateJob.objects.filter(task_name="mail.outgoing.send_outgoing_mail").order_by("pk"):
        try:
            app.tasks[job.task_name](**job.args)
        finally:
            ProcrastinateJob.objects.filter(pk=job.pk).update(task_name="gedaan")
    return mail.outbox[before:]


def link_in(sent):
    return re.search(r"http://localhost:8000(/aanvraag/\S+)", sent.body)[1]


def ask(client, address=REQUEST, **answers):
    return client.post(address, WHO | answers)


def ask_and_confirm(client, address=REQUEST, **answers):
    """Ask, open the link in the mail and press the button; the last page."""
    ask(client, address, **answers)
    [sent] = posted()
    return client.post(link_in(sent)).content.decode()


def room_of(curator):
    """A browser in which a curator is logged in."""
    client = Client()
    client.force_login(curator)
    return client


def page_of(organisation):
    return f"{organisation.get_absolute_url()}van-mij/"


def members():
    return list(Membership.objects.values_list("user__email", "library__slug", "is_active"))


def test_an_address_of_a_known_domain_makes_an_account_with_the_membership_after_the_link(client, library):
    ask(client)
    [sent] = posted()
    asked = client.get(link_in(sent)).content.decode()
    before = User.objects.count()
    done = client.post(link_in(sent)).content.decode()
    again = client.post(link_in(sent))

    assert (sent.to, sent.subject) == (["Wie@Bieb.nl"], "Bevestig je aanvraag")
    assert (str(library) in asked, before) == (True, 0)
    assert f"Je schrijft nu mee namens {library}" in done
    assert members() == [("wie@bieb.nl", library.slug, True)]
    assert (again.status_code, User.objects.get().has_usable_password()) == (410, False)
    assert [invitation.subject for invitation in posted()] == ["Je account bij Bieb Netwerk"]


def test_known_unknown_and_existing_addresses_get_the_same_page(client, library):
    UserFactory(email="collega@bieb.nl")
    pages = set()
    for address in ("wie@bieb.nl", "collega@bieb.nl", "wie@elders.nl", "wie@xbieb.nl", "wie@eb.nl"):
        response = ask(client, email=address)
        pages.add((response.status_code, response.content.decode().replace(address, "")))

    assert len(pages) == 1
    assert [sent.to for sent in posted()] == [["wie@bieb.nl"], ["collega@bieb.nl"]]


def test_who_has_an_account_gets_the_membership_and_no_second_account(client, library):
    UserFactory(email="wie@bieb.nl", name="Al Bekend")

    ask_and_confirm(client)

    assert (members(), posted()) == ([("wie@bieb.nl", library.slug, True)], [])
    assert User.objects.get().name == "Al Bekend"


def test_who_was_shut_out_waits_for_a_curator(client, library):
    ended = UserFactory(email="weg@bieb.nl")
    MembershipFactory(user=ended, library=library, is_active=False)
    UserFactory(email="dicht@bieb.nl", is_active=False)

    pages = [ask_and_confirm(client, email=address) for address in ("weg@bieb.nl", "dicht@bieb.nl")]

    assert ["Een curator kijkt" in page for page in pages] == [True, True]
    assert members() == [("weg@bieb.nl", library.slug, False)]


def test_of_another_domain_a_curator_of_that_province_decides_and_no_other(client, library):
    province_curator(library.province, email="meteen@x.nl", work_mail="meteen")
    page = ask_and_confirm(client, page_of(library), email="wie@gmail.com", explanation="Ik werk op de Markt")
    claim = Claim.objects.get()
    elsewhere_province = ProvinceFactory()
    elsewhere = room_of(province_curator(elsewhere_province))
    here = room_of(province_curator(library.province))
    chosen = {"action": "grant_claims", "_selected_action": claim.pk}

    assert "Een curator kijkt" in page
    assert ["wie@gmail.com" in client.get(ROOM).content.decode() for client in (elsewhere, here)] == [False, True]
    waiting = [to_do for to_do in here.get("/beheer/").context["to_dos"] if to_do.label == "aanvragen"]
    assert [(to_do.count, here.get(to_do.link).status_code) for to_do in waiting] == [(1, 200)]
    mine = ClaimFactory(organisation__province=elsewhere_province)
    both = chosen | {"_selected_action": [claim.pk, mine.pk]}
    assert [elsewhere.post(ROOM, data).status_code for data in (chosen, both)] == [403, 403]
    assert members() == []
    here.post(ROOM, chosen)
    here.post(ROOM, chosen | {"action": "refuse_claims"})
    assert members() == [("wie@gmail.com", library.slug, True)]
    assert sorted(sent.subject for sent in posted()) == [
        f"Aanvraag bij {library}",
        f"Je aanvraag voor {library}",
        "Je account bij Bieb Netwerk",
    ]


def test_a_refusal_is_mailed_and_makes_nothing(client, library):
    ask_and_confirm(client, page_of(library), email="wie@gmail.com")

    chosen = {"action": "refuse_claims", "_selected_action": Claim.objects.get().pk}
    room_of(national_curator()).post(ROOM, chosen)

    assert (members(), Claim.objects.get().state) == ([], "afgewezen")
    assert ["kon die niet toekennen" in sent.body for sent in posted()] == [True]


def test_who_claims_a_partner_becomes_contact_person_for_a_year_and_gets_no_account(client):
    partner = PartnerFactory(mail_domains="partner.nl")

    page = ask_and_confirm(client, page_of(partner), email="wie@partner.nl")

    person = ContactPerson.objects.get()
    assert "Je bent nu contactpersoon" in page
    assert (person.organisation_id, person.email, person.is_public) == (partner.pk, "wie@partner.nl", False)
    assert (person.remove_on - person.consented_on).days == 365
    assert User.objects.count() == 0


def test_the_pages_of_library_and_partner_ask_whose_they_are(client, library):
    for organisation in (library, PartnerFactory()):
        page = client.get(organisation.get_absolute_url()).content.decode()
        form = client.get(page_of(organisation)).content.decode()

        assert f'href="{page_of(organisation)}"' in page
        assert "Is dit jouw organisatie?" in form
    assert client.get("/bibliotheken/onbekend/van-mij/").status_code == 404


def test_wrong_input_robots_and_too_much_of_it_make_nothing(client, library):
    wrong = ({"email": "geen adres"}, {"name": ""}, {"name": "a\x00b"}, {"email": "x" * 300 + "@bieb.nl"})
    statuses = [ask(client, **answers).status_code for answers in wrong]
    robot = ask(client, website="x")
    for _ in range(5):
        ask(client)
    posted()
    Claim.objects.all().delete()

    assert (statuses, robot.status_code) == ([422] * 4, 200)
    assert (ask(client).status_code, Claim.objects.count(), posted()) == (429, 0, [])
    assert [client.get(f"/aanvraag/{token}/").status_code for token in ("x", "a:b:c")] == [410, 410]


def test_a_domain_says_where_somebody_works():
    check_domains("bieb.nl, de-bieb.frl")
    for wrong in ("bieb", "@bieb.nl", "wie@bieb.nl", "https://bieb.nl", "bieb.nl, gmail.com", "Hotmail.com"):
        with pytest.raises(ValidationError):
            check_domains(wrong)


def test_claims_go_in_time(library):
    now = timezone.now()
    for state, days in (("onbevestigd", 6), ("onbevestigd", 8), ("wacht", 179), ("toegekend", 181)):
        claim = Claim.objects.create(organisation=library, name=f"{state} {days}", email="wie@bieb.nl", state=state)
        Claim.objects.filter(pk=claim.pk).update(asked_at=now - timedelta(days=days))

    retention.forget_claims(now=now)

    assert set(Claim.objects.values_list("name", flat=True)) == {"onbevestigd 6", "wacht 179"}
