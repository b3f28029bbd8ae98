"""*Vul aan*: exactly that field of exactly that thing, sent as a proposal that a curator takes over per field."""

import pytest
from django.urls import reverse

from initiatives.models import ChangeProposal
from initiatives.review import decide
from opportunities.models import PolicyDocument, Service, SupplyCheck
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, PartnerFactory, ThemeFactory
from tests.opportunity_factories import ServiceFactory
from tests.review_factories import HOSTILE, NOW, publishable
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
POLICY = {
    "kind": "coalitieakkoord",
    "title_of_document": "Samen vooruit",
    "from_year": "2026",
    "url": "https://hier.test/akkoord",
    "weight": "speerpunt",
    "told": "De gemeente wil dat meer mensen leren lezen.",
}
SUPPLY = {"level": "beperkt", "services": "Taalhuis\nLeeskring", "provider_name": "", "url": ""}


def fill_in(client, address, **typed):
    return client.post(f"/vul-aan/{address}/", typed)


def take_over(*names, user=None):
    """Decide about the only proposal as a curator does."""
    proposal = ChangeProposal.objects.get()
    names = names or list(proposal.values)
    return decide(proposal=proposal, accepted=names, user=user or national_curator(), now=NOW)


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


# --- policy and supply -------------------------------------------------------------------------------
@pytest.fixture
def here():
    return MunicipalityFactory(slug="hier", name="Hier")


@pytest.fixture
def theme():
    return ThemeFactory(slug="taal", name="Taal")


def test_a_document_of_policy_is_taken_over_with_its_passage(client, here, theme):
    fill_in(client, "hier/beleid/taal", **POLICY)
    take_over()

    document = PolicyDocument.objects.get()
    assert (document.municipality.name, document.title, document.url) == ("Hier", "Samen vooruit", POLICY["url"])
    passage = document.passages.get()
    assert (passage.theme, passage.weight, passage.told) == (theme, "speerpunt", POLICY["told"])


def test_not_mentioned_says_that_the_whole_document_was_read(client, here, theme):
    fill_in(client, "hier/beleid/taal", **POLICY | {"weight": "niet-genoemd", "told": ""})
    take_over()

    document = PolicyDocument.objects.get()
    assert (document.read_on, document.passages.count()) == (NOW.date(), 0)


def test_the_same_document_twice_is_kept_once(client, here, theme):
    ThemeFactory(slug="armoede")
    for slug in ("taal", "armoede"):
        fill_in(client, f"hier/beleid/{slug}", **POLICY)
        proposal = ChangeProposal.objects.undecided().get()
        decide(proposal=proposal, accepted=list(proposal.values), user=national_curator(), now=NOW)

    document = PolicyDocument.objects.get()
    assert document.passages.count() == 2


def test_supply_is_taken_over_as_services_and_as_looked_at(client, here, theme):
    fill_in(client, "hier/aanbod/taal", **SUPPLY)
    take_over()

    services = Service.objects.order_by("name")
    assert [(each.name, each.publication_state, each.confirmed_on) for each in services] == [
        ("Leeskring", "gepubliceerd", NOW.date()),
        ("Taalhuis", "gepubliceerd", NOW.date()),
    ]
    assert [list(each.themes.all()) for each in services] == [[theme], [theme]]
    assert SupplyCheck.objects.get().theme == theme


def test_no_supply_is_only_looked_at(client, here, theme):
    fill_in(client, "hier/aanbod/taal", level="geen")
    take_over()

    assert (Service.objects.count(), SupplyCheck.objects.count()) == (0, 1)


# --- what is wrong -----------------------------------------------------------------------------------
def test_what_is_missing_is_told_at_the_field_and_kept(client, here, theme):
    wrong = [
        ("hier/beleid/taal", POLICY | {"url": "geen adres"}, "Vul een webadres in"),
        ("hier/beleid/taal", POLICY | {"told": ""}, "Vertel in een paar woorden"),
        ("hier/beleid/taal", POLICY | {"from_year": "1066"}, "Vul een jaar in vanaf 1990."),
        ("hier/aanbod/taal", {"level": "ruim"}, "Schrijf op wat er is."),
        ("hier/aanbod/taal", {}, "Kies hoeveel er is."),
        ("hier/bibliotheek", {}, "Kies een bibliotheek, of schrijf hoe ze heet."),
    ]
    faults = []
    for address, typed, told in wrong:
        answer = fill_in(client, address, **typed)
        if answer.status_code != 422 or told not in answer.content.decode():
            faults.append((address, typed, answer.status_code))

    assert faults == []
    assert ChangeProposal.objects.count() == 0


def test_what_changes_nothing_is_told(client):
    PartnerFactory(slug="uwv", website="https://uwv.test")

    answer = fill_in(client, "uwv/website", website="https://uwv.test")

    assert (answer.status_code, "Je hebt niets veranderd." in answer.content.decode()) == (422, True)


def test_what_cannot_be_filled_in_has_no_page(client, here, theme):
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


# --- the curators ------------------------------------------------------------------------------------
def test_a_curator_of_the_province_sees_the_difference_and_takes_over_with_one_press(client, here, theme):
    fill_in(client, "hier/aanbod/taal", level="beperkt", services=HOSTILE)
    proposal = ChangeProposal.objects.get()
    client.force_login(province_curator(here.province))
    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])).content.decode()

    client.post(reverse("admin:proposal_decide", args=[proposal.pk]), {"field": ["level", "services"]})

    assert ("Enig aanbod" in page, "Hier" in page, HOSTILE in page) == (True, True, False)
    assert Service.objects.get().name == HOSTILE


def test_a_curator_of_another_province_cannot_decide(client, here, theme):
    fill_in(client, "hier/aanbod/taal", **SUPPLY)
    proposal = ChangeProposal.objects.get()
    client.force_login(province_curator(MunicipalityFactory().province))

    answer = client.post(reverse("admin:proposal_decide", args=[proposal.pk]), {"all": "ja"})

    assert (answer.status_code, Service.objects.count()) == (403, 0)


def test_what_was_left_out_and_is_needed_is_told_to_the_curator(client, here, theme):
    fill_in(client, "hier/beleid/taal", **POLICY)
    client.force_login(national_curator())
    address = reverse("admin:proposal_decide", args=[ChangeProposal.objects.get().pk])

    page = client.post(address, {"field": ["kind", "url", "from_year"]}, follow=True).content.decode()

    assert "Schrijf hoe het stuk heet." in page
    assert ChangeProposal.objects.get().state == "open"


# --- where it is offered -----------------------------------------------------------------------------
def test_pages_lead_to_the_form_of_what_is_empty(client, here, theme):
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


# --- figures and satisfaction --------------------------------------------------------------------------
FIGURE = {
    "label": "huishoudens met schulden",
    "value": "8,4",
    "unit": "%",
    "period": "2025",
    "title_of_source": "Schuldenmonitor",
    "url": "",
}


def test_a_figure_of_a_theme_is_kept_with_its_source_once_a_curator_says_yes(client):
    here, _ = MunicipalityFactory(slug="ede"), ThemeFactory(slug="schulden", name="Schulden")

    fill_in(client, "ede/cijfer/schulden", **FIGURE)
    before = here.figures.count()
    take_over()

    figure = here.figures.get()
    assert before == 0
    assert (str(figure.value), figure.unit, figure.label, figure.period) == ("8.40", "%", FIGURE["label"], "2025")
    assert (figure.source.title, figure.note) == ("Schuldenmonitor", "Bij het thema Schulden")


def test_satisfaction_is_told_of_a_service_of_that_municipality(client):
    here = MunicipalityFactory(slug="ede")
    service, elsewhere = ServiceFactory(municipality=here), ServiceFactory()
    typed = {"satisfaction": "Een 8,1", "satisfaction_source": "Jaarverslag 2025"}

    refused = fill_in(client, "ede/tevredenheid", service=elsewhere.pk, **typed)
    fill_in(client, "ede/tevredenheid", service=service.pk, **typed)
    take_over()

    service.refresh_from_db()
    assert refused.status_code == 422
    assert (service.satisfaction, service.satisfaction_source) == ("Een 8,1", "Jaarverslag 2025")
