"""*Vul aan* at a municipality: its policy, supply and figures, and what a curator takes over of them."""

import pytest
from django.urls import reverse

from initiatives.decisions import decide
from initiatives.models import ChangeProposal
from opportunities.models import PolicyDocument, Service, SupplyCheck
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.initiatives.fillings import fill_in, take_over
from tests.opportunity_factories import ServiceFactory
from tests.review_factories import HOSTILE, NOW
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
FIGURE = {
    "label": "huishoudens met schulden",
    "value": "8,4",
    "unit": "%",
    "period": "2025",
    "title_of_source": "Schuldenmonitor",
    "url": "",
}


@pytest.fixture
def here():
    return MunicipalityFactory(slug="hier", name="Hier")


@pytest.fixture
def theme():
    return ThemeFactory(slug="taal", name="Taal")


# --- policy and supply -------------------------------------------------------------------------------
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


def test_supply_that_was_only_seen_is_confirmed_when_somebody_tells_of_it(client, here, theme):
    ServiceFactory(municipality=here, name="Taalhuis", seen_year=2014, confirmed_on=None, url="https://taal.test/")
    ServiceFactory(municipality=here, name="Leeskring", publication_state="ingezonden", confirmed_on=None)

    fill_in(client, "hier/aanbod/taal", **SUPPLY | {"url": "https://anders.test/"})
    take_over()

    services = Service.objects.order_by("name")
    assert [(each.name, each.publication_state, each.confirmed_on, each.url) for each in services] == [
        ("Leeskring", "gepubliceerd", NOW.date(), "https://anders.test/"),
        ("Taalhuis", "gepubliceerd", NOW.date(), "https://taal.test/"),
    ]


# --- figures and satisfaction --------------------------------------------------------------------------
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


def test_satisfaction_with_what_is_not_in_the_list_is_for_the_curator(client):
    MunicipalityFactory(slug="ede")

    fill_in(client, "ede/tevredenheid", service_name="Taalhuis", satisfaction="Een 8", satisfaction_source="Verslag")
    proposal = ChangeProposal.objects.get()
    take_over()

    assert (proposal.values["service_name"]["new"], Service.objects.count()) == ("Taalhuis", 0)


# --- what is missing ---------------------------------------------------------------------------------
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


# --- the curators ------------------------------------------------------------------------------------
def test_a_curator_of_the_province_sees_the_difference_and_takes_over_with_one_press(client, here, theme):
    fill_in(client, "hier/aanbod/taal", level="beperkt", services=HOSTILE)
    proposal = ChangeProposal.objects.get()
    client.force_login(province_curator(here.province))
    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])).content.decode()

    client.post(reverse("admin:proposal_decide", args=[proposal.pk]), {"field": ["level", "services"]})

    assert ("Enig aanbod" in page, "Hier" in page, HOSTILE in page, "Kies<" in page) == (True, True, False, False)
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
