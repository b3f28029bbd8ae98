"""The four questions of the position paper, with what is known of a municipality."""

import pytest

from opportunities.choices import Need
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.opportunities.levels import needs, wants
from tests.opportunity_factories import PolicyDocumentFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def theme():
    return ThemeFactory(name="Taal")


def known(client, municipality):
    """{anchor: sentences}"""
    questions = client.get(municipality.get_absolute_url()).context["questions"]
    return {question.anchor: question.known for question in questions}


def test_of_what_nobody_knows_that_is_said(client, municipality):
    assert known(client, municipality) == {
        "diensten": ["We kennen hier nog geen aanbod van nu."],
        "behoefte": ["Hoe groot de behoefte is, weten we nog niet."],
        "eigen-regie": ["Wat de gemeente wil, hebben we nog nergens gelezen."],
        "tevredenheid": ["Daarover vonden we nog niets."],
    }


def test_services_are_told_with_who_began_and_pays_and_how_they_are_liked(client, municipality, theme):
    liked = {"satisfaction": "8 van de 10 zijn blij", "satisfaction_source": "Onderzoek 2025"}
    ServiceFactory(municipality=municipality, name="A", themes=[theme], started_by="gemeente", paid_by="anders")
    ServiceFactory(municipality=municipality, name="B", themes=[theme], **liked)
    for name in "CDE":
        ServiceFactory(municipality=municipality, name=name, themes=[theme])

    found = known(client, municipality)

    assert found["diensten"][:2] == [
        "A. Begonnen door: gemeente. Betaald door: een andere partij.",
        "B. Wie het begon en betaalt, weten we niet.",
    ]
    assert found["diensten"][3:] == ["En nog 2, hieronder."]
    assert found["tevredenheid"] == ["B: 8 van de 10 zijn blij (bron: Onderzoek 2025)."]


def test_a_need_is_unmet_where_it_is_high_and_there_is_little(client, municipality, theme):
    needs(municipality, theme)
    ServiceFactory(municipality=municipality, themes=[theme])
    needs(municipality, ThemeFactory(name="Werk"))
    needs(municipality, ThemeFactory(name="Geld"), Need.LOW)

    assert known(client, municipality)["behoefte"] == [
        "De behoefte is hoog en er is weinig aanbod bij taal.",
        "De behoefte is hoog bij werk. Wat daar al voor is, weten we niet.",
    ]


def test_an_unmet_need_counts_also_where_it_is_not_among_the_most_striking(client, municipality):
    for name in "ABC":
        subject = ThemeFactory(name=name)
        figure = needs(municipality, subject)
        figure.value = 90
        figure.save()
        for number in range(3):
            ServiceFactory(municipality=municipality, name=f"{name}{number}", themes=[subject])
    needs(municipality, ThemeFactory(name="Werk"))

    assert known(client, municipality)["behoefte"] == [
        "De behoefte is hoog bij werk. Wat daar al voor is, weten we niet.",
    ]


def test_without_an_unmet_need_that_is_said(client, municipality, theme):
    needs(municipality, theme, Need.LOW)

    assert known(client, municipality)["behoefte"] == ["We zien geen thema met veel behoefte en weinig aanbod."]


def test_a_main_theme_in_the_policy_is_active_though_no_part_of_it_is(client, municipality, theme):
    ThemeFactory(parent=theme)
    wants(municipality, theme)

    assert known(client, municipality)["eigen-regie"] == ["In het beleid of bij de partijen staat taal."]


def test_how_active_the_municipality_is_comes_from_what_it_wrote(client, municipality, theme):
    needs(municipality, ThemeFactory(), slug="control_over_own_life_pct_18plus", name="Regie", unit="% van 18+")
    PolicyDocumentFactory(municipality=municipality, read_on="2026-06-01")
    read = known(client, municipality)["eigen-regie"]
    wants(municipality, theme)

    assert read == ["Regie: 30% van 18+ (2024).", "Het beleid dat we lazen, noemt onze thema’s niet."]
    assert known(client, municipality)["eigen-regie"][1] == "In het beleid of bij de partijen staat taal."


def test_what_is_asked_leads_to_the_form_for_it(client, municipality, theme):
    needs(municipality, theme)
    ThemeFactory(slug="eigen-regie", name="Regie")

    questions = client.get(municipality.get_absolute_url()).context["questions"]

    fill = f"/vul-aan/{municipality.slug}"
    addresses = [question.url for question in questions]
    assert addresses[0] == f"{fill}/aanbod/{theme.slug}/"
    assert addresses[2] == f"{fill}/beleid/eigen-regie/"
    assert (addresses[1], questions[1].sentence) == (f"{fill}/cijfer/eigen-regie/", "Ken je een cijfer over regie?")
    assert addresses[3] == f"{fill}/tevredenheid/"
    for address in addresses:
        assert client.get(address).status_code == 200
