"""*Vul aan*: exactly that field of exactly that thing, sent as a proposal that a curator takes over per field."""

import pytest
from django.urls import reverse

from initiatives.models import ChangeProposal
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, PartnerFactory, ThemeFactory
from tests.initiatives.fillings import fill_in, take_over
from tests.review_factories import publishable
from tests.role_factories import national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


# --- examples ----------------------------------------------------------------------------------------
def test_one_field_of_an_example_is_filled_in_and_nothing_else(client):
    initiative = publishable(slug="taalhuis", title="Taalhuis", cost_note="Weinig")
    page = client.get("/vul-aan/voorbeeld/taalhuis/kosten/").content.decode()

    fill_in(client, "voorbeeld/taalhuis/kosten", cost_note="500 euro per jaar", title="Iets anders", explanation="Ik")
    found = take_over()
    initiative.refresh_from_db()

    assert ("Weinig" in page, 'name="title"' in page) == (True, False)
    assert (initiative.cost_note, initiative.title) == ("500 euro per jaar", "Taalhuis")
    assert (found.proposed_by, found.explanation, found.state) == (None, "Ik", "overgenomen")


def test_two_readers_do_not_take_each_others_proposal_away(client):
    InitiativeFactory(slug="taalhuis")
    for text in ("Het werkte.", "Het werkte niet."):
        fill_in(client, "voorbeeld/taalhuis/resultaten", results=text)

    assert ChangeProposal.objects.count() == 2


def test_readers_see_nothing_of_it_until_it_is_taken_over(client):
    InitiativeFactory(slug="taalhuis")
    fill_in(client, "voorbeeld/taalhuis/resultaten", results="Onzin en laster")

    assert "laster" not in client.get("/praktijkvoorbeelden/taalhuis/").content.decode()


# --- organisations -----------------------------------------------------------------------------------
def test_the_website_of_a_partner_is_taken_over(client):
    partner = PartnerFactory(slug="uwv")
    fill_in(client, "uwv/website", website="www.voorbeeld.nl")
    take_over()
    partner.refresh_from_db()

    assert partner.website == "https://www.voorbeeld.nl"


def test_which_library_works_in_a_municipality_is_taken_over(client):
    municipality, library = MunicipalityFactory(slug="hier"), LibraryFactory()
    fill_in(client, "hier/bibliotheek", library=library.pk)
    take_over()

    assert list(library.work_area.all()) == [municipality]


def test_the_work_area_of_a_library_is_taken_over(client):
    library, places = LibraryFactory(slug="bieb"), MunicipalityFactory.create_batch(2)
    fill_in(client, "bieb/werkgebied", work_area=[place.pk for place in places])
    take_over()

    assert set(library.work_area.all()) == set(places)


# --- what is wrong -----------------------------------------------------------------------------------
def test_what_changes_nothing_is_told(client):
    PartnerFactory(slug="uwv", website="https://uwv.test")

    answer = fill_in(client, "uwv/website", website="https://uwv.test")

    assert (answer.status_code, "Je hebt niets veranderd." in answer.content.decode()) == (422, True)


def test_what_cannot_be_filled_in_has_no_page(client):
    MunicipalityFactory(slug="hier")
    ThemeFactory(slug="taal")
    InitiativeFactory(slug="geheim", publication_state="concept")
    InitiativeFactory(slug="open")
    addresses = ["voorbeeld/geheim/kosten", "voorbeeld/open/titel", "hier/website", "hier/beleid", "hier/onzin/taal"]
    addresses += ["hier/bibliotheek/taal", "bestaat-niet/website", "hier/beleid/bestaat-niet"]

    assert [each for each in addresses if client.get(f"/vul-aan/{each}/").status_code != 404] == []


def test_a_robot_and_who_sends_too_much_leave_nothing(client):
    InitiativeFactory(slug="taalhuis")
    fill_in(client, "voorbeeld/taalhuis/resultaten", results="Koop nu", leeg="x")
    assert ChangeProposal.objects.count() == 0

    statuses = [fill_in(client, "voorbeeld/taalhuis/lessen", lessons=f"Les {n}").status_code for n in range(20)]

    assert (statuses.count(200), statuses[-1], ChangeProposal.objects.count()) == (19, 429, 19)


# --- where it is offered -----------------------------------------------------------------------------
def test_pages_lead_to_the_form_of_what_is_empty(client):
    MunicipalityFactory(slug="hier", name="Hier")
    ThemeFactory(slug="taal", name="Taal")
    InitiativeFactory(slug="taalhuis", title="Taalhuis")
    LibraryFactory(slug="bieb")
    offered = {
        "/praktijkvoorbeelden/taalhuis/": ["voorbeeld/taalhuis/kosten", "voorbeeld/taalhuis/resultaten"],
        "/bibliotheken/bieb/": ["bieb/website", "bieb/werkgebied"],
        "/gemeenten/hier/achtergrond/": ["hier/bibliotheek"],
        "/gemeenten/hier/taal/": ["hier/beleid/taal", "hier/aanbod/taal"],
    }
    missing = []
    for page, forms in offered.items():
        text = client.get(page).content.decode()
        missing += [(page, form) for form in forms if f'href="/vul-aan/{form}/"' not in text]

    assert missing == []


def test_a_proposal_by_a_form_that_the_site_no_longer_has_can_be_looked_at(client):
    publishable(slug="taalhuis")
    fill_in(client, "voorbeeld/taalhuis/kosten", cost_note="500 euro per jaar")
    ChangeProposal.objects.update(filling="van vroeger")
    client.force_login(national_curator())

    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[ChangeProposal.objects.get().pk]))

    assert page.status_code == 200
