"""The kansenkaart on the page of a municipality: levels, parts, sentences, rules, wishes and changes."""

import re

import pytest

from opportunities.chances import RULES
from opportunities.choices import PolicyDocumentKind
from tests.factories import InitiativeFactory, MunicipalityFactory, SourceFactory, SuccessionFactory, ThemeFactory
from tests.opportunities.levels import needs, wants
from tests.opportunity_factories import (
    PassageFactory,
    PolicyDocumentFactory,
    ServiceFactory,
    SupplyCheckFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def theme():
    return ThemeFactory(name="Eenzaamheid", slug="eenzaamheid")


def words(html):
    """The text between the tags."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def row(client, municipality, theme, query=""):
    """What the row of a main theme says, with its parts if they are shown."""
    html = client.get(municipality.get_absolute_url() + query).content.decode()
    return words(html.partition(f'id="rij-{theme.slug}">')[2].partition("</tbody>")[0])


def sentences(client, municipality):
    found = client.get(municipality.get_absolute_url()).context["sentences"]
    return [(each.heading, each.text) for each in found]


def test_a_row_says_its_levels_its_figure_and_its_chance(client, municipality, theme):
    measurement = needs(municipality, theme, name="Ernstig eenzaam").measurement
    measurement.source.publisher = "RIVM"
    measurement.source.save()
    wants(municipality, theme, "speerpunt")
    SupplyCheckFactory(municipality=municipality, theme=theme)

    text = row(client, municipality, theme)

    assert (
        "Aanbod Geen Behoefte Hoog Ernstig eenzaam: 30% van 18 jaar en ouder "
        "(de helft van de gemeenten zit onder 15%), RIVM 2024 "
        "Beleid Speerpunt" in text
    )
    assert text.endswith("Grote kans Veel behoefte, in het beleid, weinig aanbod")


def test_a_row_of_which_nothing_is_known_says_what_is_missing(client, municipality, theme):
    text = row(client, municipality, theme)

    assert "Aanbod Niet bekend Behoefte Niet bekend Beleid Niet bekend" in text
    assert text.endswith("Nog geen cijfer Vraag wat inwoners nodig hebben")


def test_a_figure_of_the_old_division_says_so(client, municipality, theme):
    measurement = needs(municipality, theme).measurement
    ended = MunicipalityFactory(valid_until=f"{measurement.codes_year}-07-01")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on=ended.valid_until)

    assert "oude indeling" in row(client, municipality, theme)


def test_only_new_municipalities_of_which_there_was_a_figure_show_no_figure(client, municipality, theme):
    figure = needs(municipality, theme)
    new = MunicipalityFactory(valid_from="2025-01-01")
    type(municipality).objects.filter(pk=municipality.pk).update(valid_until="2025-01-01")
    for ended in (municipality, MunicipalityFactory(valid_until="2025-01-01")):
        SuccessionFactory(predecessor=ended, successor=new, takes_effect_on="2025-01-01")

    text = row(client, new, theme)

    assert "Behoefte Niet bekend Beleid" in text
    assert figure.measurement.indicator.name not in text


def test_parts_are_shown_when_asked_for(client, municipality):
    mains = [ThemeFactory(name=slug, slug=slug, position=place) for place, slug in enumerate(["een", "twee"])]
    for main in mains:
        ThemeFactory(parent=main, name=f"Deel van {main}", slug=f"deel-van-{main}")
    expected = {
        "": [],
        "?open=een": ["Deel van een"],
        "?open=twee": ["Deel van twee"],
        "?open=alles": ["Deel van een", "Deel van twee"],
        "?open=deel-van-een": [],
        "?open=%00": [],
    }

    texts = {query: " ".join(row(client, municipality, main, query) for main in mains) for query in expected}

    parts = ("Deel van een", "Deel van twee")
    assert {query: [name for name in parts if name in text] for query, text in texts.items()} == expected


def test_a_part_that_is_shown_says_its_own_levels(client, municipality, theme):
    part = ThemeFactory(parent=theme, name="Deel")
    wants(municipality, part)
    SupplyCheckFactory(municipality=municipality, theme=theme)

    text = row(client, municipality, theme, "?open=alles").partition(" bij Deel ")[2]

    assert text == "Aanbod Geen Behoefte Niet bekend Beleid Genoemd Nog geen cijfer Vraag wat inwoners nodig hebben"


def test_a_chance_is_told_in_words(client, municipality, theme):
    needs(municipality, theme)
    wants(municipality, theme)
    InitiativeFactory(places=[municipality], themes=[theme], phase="lopend", year=2100)

    [(heading, text)] = sentences(client, municipality)
    assert heading == "Eenzaamheid: grote kans."
    assert text.startswith("De behoefte is hoog. Indicator ")
    assert ": 30% van 18 jaar en ouder (de helft van de gemeenten zit onder 15%; " in text
    assert text.endswith(
        "De gemeente of minstens de helft van de partijen noemt dit thema. Er is beperkt aanbod."
        " Veel behoefte, in het beleid, weinig aanbod."
    )


def test_every_row_of_the_table_is_told_with_its_levels_and_what_is_missing(client, municipality):
    ample, unknown = (ThemeFactory(name=name, position=place) for place, name in enumerate(["Armoede", "Wonen"]))
    ServiceFactory.create_batch(3, municipality=municipality, themes=[ample])
    unknown = "We weten nog niet hoe groot de behoefte is"

    assert sentences(client, municipality) == [
        (
            "Armoede: sterk punt.",
            f"Het aanbod is ruim. {unknown} en wat de gemeente wil. Laat zien wat er al staat.",
        ),
        (
            "Wonen: nog geen cijfer.",
            f"{unknown}, wat de gemeente wil en wat er al is. Vraag wat inwoners nodig hebben.",
        ),
    ]


def test_the_largest_chance_is_told_first(client, municipality):
    for place, weight in enumerate(["", "genoemd"]):
        theme = ThemeFactory(name=f"Thema {place}", position=place)
        needs(municipality, theme)
        SupplyCheckFactory(municipality=municipality, theme=theme)
        if weight:
            wants(municipality, theme, weight)

    assert [heading for heading, _ in sentences(client, municipality)] == [
        "Thema 1: grote kans.",
        "Thema 0: kans.",
    ]


def test_every_rule_is_shown(client, municipality):
    html = client.get(municipality.get_absolute_url()).content.decode()
    shown = words(html.partition("Zo bepalen we de kans")[2].partition("</table>")[0])

    for rule in RULES:
        assert " ".join([rule.chance.label, *rule.conditions]) in shown


def test_shows_what_the_municipality_and_its_parties_want(client, municipality, theme):
    programme = PolicyDocumentKind.PROGRAMME
    document = PolicyDocumentFactory(municipality=municipality, kind=programme, party="Partij A", title="Samen")
    PassageFactory(document=document, theme=theme, told="De partij wil dat niemand alleen is.", quote="Niemand alleen")
    PolicyDocumentFactory(title="Van een ander")

    text = words(client.get(municipality.get_absolute_url()).content.decode())

    assert "De ene partij noemt Eenzaamheid. Samen (Partij A, vanaf 2026)" in text
    assert "De partij wil dat niemand alleen is." in text
    assert [hidden for hidden in ("Niemand alleen", "Van een ander") if hidden in text] == []


def test_shows_services_that_run_here_or_in_what_it_took_over(client, municipality, theme):
    ended = MunicipalityFactory(valid_until="2020-01-01")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on="2020-01-01")
    source = SourceFactory(title="Sociale kaart")
    for place, name in [(municipality, "Koffie"), (ended, "Thee"), (MunicipalityFactory(), "Elders")]:
        ServiceFactory(municipality=place, name=name, themes=[theme]).sources.add(source)

    response = client.get(municipality.get_absolute_url())

    assert {service.name for service in response.context["services"]} == {"Koffie", "Thee"}
    assert "Bron: Sociale kaart" in words(response.content.decode())


def test_documents_are_shown_with_where_they_come_from_and_what_is_over_or_missing(client, municipality):
    PolicyDocumentFactory(
        municipality=municipality,
        kind="coalitieakkoord",
        title="Samen verder",
        until_year=2030,
        parties="PRO; D66; CDA",
        dated="2026-06",
        page_url="https://voorbeeld.nl/college",
        url="https://voorbeeld.nl/akkoord.pdf",
        seen_on="2026-09-22",
        note="Op hoofdlijnen.",
    )
    PolicyDocumentFactory(municipality=municipality, title="Voorbij", from_year=2000, until_year=2001)
    PolicyDocumentFactory(municipality=municipality, title="Komt nog", missing_because="Nog niet openbaar.")

    text = words(client.get(municipality.get_absolute_url()).content.decode())

    assert "Coalitieakkoord van PRO, D66 en CDA, juni 2026. Op hoofdlijnen." in text
    assert "Waar het vandaan komt en het stuk zelf (gezien op 22 september 2026)" in text
    assert "Verlopen: Voorbij" in text
    assert "Dit stuk gold tot en met 2001. Het telt niet mee in de kansenkaart." in text
    assert "Komt nog: dit stuk hebben we niet. Nog niet openbaar." in text
