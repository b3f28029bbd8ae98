"""*Vul aan* about an example, a theme and a meeting: each link has a form of its own, and a yes is written down."""

import re

import pytest
from django.urls import reverse

from initiatives.decisions import decide
from initiatives.models import ChangeProposal, LibraryOffer, MunicipalDuty
from sources.models import Source
from tests.event_factories import EventFactory
from tests.factories import InitiativeFactory, MunicipalityFactory, PartnerFactory, ThemeFactory
from tests.review_factories import NOW
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
DUTY = {"text": "Mensen met schulden helpen.", "law": "Wet op hulp", "article": "artikel 3", "url": ""}
OFFER = {"text": "Een spreekuur houden.", "explanation": "", "title_of_source": "Jaarverslag", "url": ""}
KEYS = ("plaats", "organisator", "voor-wie", "prijs", "deelnemers")
WAS = {"starts_on": "2019-03-01", "ends_on": "2019-03-01"}


def take_over(*names):
    """Decide about the only open proposal as a curator does."""
    proposal = ChangeProposal.objects.undecided().get()
    accepted = names or list(proposal.values)
    return decide(proposal=proposal, accepted=accepted, user=national_curator(), now=NOW)


def test_who_does_an_example_is_taken_over(client):
    initiative, partner = InitiativeFactory(slug="taalhuis"), PartnerFactory()

    client.post("/vul-aan/voorbeeld/taalhuis/wie/", {"organisation": partner.pk, "role": "partner"})
    before = initiative.participations.count()
    take_over()

    found = initiative.participations.get()
    assert (before, found.organisation_id, found.role) == (0, partner.pk, "partner")


def test_who_is_not_in_the_list_is_for_the_curator_to_make(client):
    initiative = InitiativeFactory(slug="taalhuis")

    client.post("/vul-aan/voorbeeld/taalhuis/wie/", {"organisation_name": "Stichting Lezen", "role": "trekker"})
    client.force_login(national_curator())
    proposal = ChangeProposal.objects.get()
    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])).content.decode()
    take_over()

    assert ("Stichting Lezen" in page, initiative.participations.count()) == (True, 0)


def test_duties_and_offers_of_a_theme_are_taken_over_with_their_source(client):
    theme = ThemeFactory(slug="schulden")
    known = Source.objects.create(slug="wet", title="Wet op hulp", kind="wet")

    client.post("/vul-aan/thema/schulden/taak/", DUTY)
    take_over()
    client.post("/vul-aan/thema/schulden/bibliotheek-kan/", OFFER)
    take_over()

    duty, offer = MunicipalDuty.objects.get(), LibraryOffer.objects.get()
    assert (duty.theme, duty.text, duty.law, duty.article, duty.source) == (theme, *list(DUTY.values())[:3], known)
    assert (offer.theme, offer.text, offer.source.title) == (theme, OFFER["text"], OFFER["title_of_source"])


def test_of_a_meeting_only_what_is_accepted_is_written_down(client):
    meeting = EventFactory(slug="dag", venue="", **WAS)

    client.post("/agenda/dag/vul-aan/deelnemers/", {"registered": "90", "attended": "80", "numbers_note": ""})
    take_over("attended")
    meeting.refresh_from_db()
    assert (meeting.registered, meeting.attended) == (None, 80)

    client.post("/agenda/dag/vul-aan/plaats/", {"venue": "De Bieb", "venue_address": "", "municipality": ""})
    take_over()
    client.post("/agenda/dag/vul-aan/voor-wie/", {"audience": "Wethouders"})
    take_over()
    client.post("/agenda/dag/vul-aan/prijs/", {"price_note": "Gratis"})
    take_over()
    client.post("/agenda/dag/vul-aan/organisator/", {"organisation": PartnerFactory().pk, "role": "organisator"})
    take_over()

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.audience, meeting.roles.count()) == ("De Bieb", "Wethouders", 1)
    assert meeting.price_note == "Gratis"


def test_where_figures_of_a_theme_are_becomes_a_source(client):
    ThemeFactory(slug="schulden")

    client.post("/vul-aan/thema/schulden/cijfers/", {"title_of_source": "Schulden per gemeente", "url": "cbs.nl/x"})
    take_over()

    assert Source.objects.values_list("title", "kind", "url").get() == (
        "Schulden per gemeente",
        "dataset",
        "https://cbs.nl/x",
    )


def test_what_is_missing_is_told(client):
    InitiativeFactory(slug="taalhuis")
    ThemeFactory(slug="schulden")
    EventFactory(slug="dag")
    wrong = {
        "/vul-aan/voorbeeld/taalhuis/wie/": "Kies een organisatie, of schrijf hoe ze heet.",
        "/vul-aan/thema/schulden/taak/": "Schrijf in welke wet dat staat.",
        "/vul-aan/thema/schulden/bibliotheek-kan/": "Schrijf waar dat staat.",
        "/agenda/dag/vul-aan/deelnemers/": "Je hebt niets veranderd.",
        "/agenda/dag/vul-aan/voor-wie/": "Schrijf voor wie het is.",
    }
    faults = []
    for address, told in wrong.items():
        answer = client.post(address, {})
        if answer.status_code != 422 or told not in answer.content.decode():
            faults.append((address, answer.status_code))

    assert faults == []


def test_a_form_of_one_kind_of_thing_is_none_of_another(client):
    InitiativeFactory(slug="taalhuis")
    ThemeFactory(slug="schulden")
    EventFactory(slug="dag")
    EventFactory(slug="concept", state="concept")
    PartnerFactory(slug="uwv")
    addresses = ["/vul-aan/voorbeeld/taalhuis/taak/", "/vul-aan/thema/schulden/wie/", "/vul-aan/uwv/wie/"]
    addresses += ["/agenda/dag/vul-aan/taak/", "/agenda/concept/vul-aan/plaats/", "/agenda/weg/vul-aan/plaats/"]

    assert [each for each in addresses if client.get(each).status_code != 404] == []


def test_who_may_change_a_meeting_decides_and_about_a_theme_only_national_curators(client):
    here = MunicipalityFactory()
    EventFactory(slug="dag", municipality=here)
    ThemeFactory(slug="schulden")
    client.post("/agenda/dag/vul-aan/voor-wie/", {"audience": "Wethouders"})
    client.post("/vul-aan/thema/schulden/taak/", DUTY)
    curator = province_curator(here.province)

    editable = ChangeProposal.objects.editable_by(curator)

    assert [proposal.filling for proposal in editable] == ["voor-wie"]


def test_every_such_link_of_these_pages_leads_to_its_own_form(client):
    """What nobody knows of an example, a meeting that is over and a theme."""
    InitiativeFactory(slug="taalhuis", title="Taalhuis")
    EventFactory(slug="dag", venue="", audience="", municipality=None, **WAS)
    ThemeFactory(slug="schulden", name="Schulden")
    wanted = {
        "/praktijkvoorbeelden/taalhuis/": ["/vul-aan/voorbeeld/taalhuis/wie/"],
        "/agenda/dag/": [f"/agenda/dag/vul-aan/{key}/" for key in KEYS],
        "/themas/schulden/": ["/vul-aan/thema/schulden/bibliotheek-kan/", "/vul-aan/thema/schulden/taak/"],
    }
    faults = []
    for address, forms in wanted.items():
        page = client.get(address).content.decode()
        links = re.findall(r'href="([^"]*)">\s*Vul\s+aan', page)
        faults += [(address, form) for form in forms if form not in links]
        faults += [(address, link) for link in links if client.get(link).status_code != 200]
        titles = [client.get(link).context["title"] for link in links]
        if len(set(titles)) != len(titles):
            faults.append((address, titles))

    assert faults == []
