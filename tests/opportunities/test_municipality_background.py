"""The background of a municipality: who works with whom, what is like it, what changed, and the sources."""

import pytest
from django.utils import timezone

from tests.factories import (
    AgreementFactory,
    BranchFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    SourceFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.opportunities.levels import fill
from tests.opportunity_factories import MatrixSnapshotFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


def background(client, municipality):
    return client.get(f"{municipality.get_absolute_url()}achtergrond/")


def ended_in(*successors, **fields):
    """A municipality that ended and went to these."""
    ended = MunicipalityFactory(valid_until="2003-01-01", **fields)
    for successor in successors:
        SuccessionFactory(predecessor=ended, successor=successor, takes_effect_on="2003-01-01")
    return ended


def test_a_municipality_that_ended_leads_to_where_it_is_today(client):
    now = MunicipalityFactory()
    response = background(client, ended_in(now, slug="weesp"))

    assert (response.status_code, response.url) == (302, "/gemeenten/weesp/")


def test_an_unknown_municipality_has_no_background(client):
    assert client.get("/gemeenten/bestaat-niet/achtergrond/").status_code == 404


def test_the_page_of_the_municipality_leads_to_its_background(client):
    municipality = MunicipalityFactory()

    page = client.get(municipality.get_absolute_url()).content.decode()

    assert f'href="{municipality.get_absolute_url()}achtergrond/"' in page


def test_names_the_libraries_and_branches_of_which_nobody_knows_the_library(client):
    former = MunicipalityFactory(valid_until="2003-01-01")
    now, unknown = MunicipalityFactory(), MunicipalityFactory()
    SuccessionFactory(predecessor=former, successor=now, takes_effect_on="2003-01-01")
    for archived_on, name in ((None, "Bibliotheek Soest"), (timezone.now(), "Bibliotheek Weg")):
        LibraryFactory(name=name, archived_on=archived_on).work_area.add(former)
    for municipality, place in ((former, "Oosterwolde"), (unknown, "Twello")):
        branch = BranchFactory(library=None, municipality=municipality, name=f"Bieb {place}", place=place)
        branch.sources.add(SourceFactory(published_on="2025-10-29"))

    told = {}
    for municipality in (now, unknown):
        for page in (client.get(municipality.get_absolute_url()), background(client, municipality)):
            told.setdefault(municipality, []).append(" ".join(page.content.decode().split()))

    for page in told[now]:
        assert "Bibliotheek Soest</a>" in page
        assert "Bibliotheek Weg" not in page
        assert "Gezien in 2025: Bieb Oosterwolde (Oosterwolde). Welke organisatie dat is, weten we niet. Bron: " in page
        assert "Vertel welke bibliotheek hier werkt" not in page
    for page in told[unknown]:
        assert "Gezien in 2025: Bieb Twello (Twello)." in page
        assert ", 29 oktober 2025. </small>" in page
        assert f'href="/vul-aan/{unknown.slug}/bibliotheek/">Vertel welke bibliotheek hier werkt</a>' in page


def test_shows_who_takes_part_in_what_happens_there(client):
    now = MunicipalityFactory()
    InitiativeFactory(places=[now], partners=[PartnerFactory(name="Senver")])
    InitiativeFactory(places=[now], publication_state="concept", partners=[PartnerFactory(name="Geheim")])

    companions = background(client, now).context["companions"]

    assert [companion.name for companion in companions] == ["Senver"]


def test_shows_the_libraries_that_work_there_or_in_what_it_took_over(client):
    municipality = MunicipalityFactory()
    here, before = LibraryFactory(name="A"), LibraryFactory(name="B")
    here.work_area.add(municipality)
    before.work_area.add(ended_in(municipality))

    assert list(background(client, municipality).context["libraries"]) == [here, before]


def test_shows_agreements_that_were_signed_there_or_that_it_is_a_party_to(client):
    municipality = MunicipalityFactory()
    signed = AgreementFactory(title="A", municipality=municipality)
    party = AgreementFactory(title="B")
    party.parties.add(municipality)
    AgreementFactory()

    assert list(background(client, municipality).context["agreements"]) == [signed, party]


def test_shows_municipalities_that_are_alike_and_what_they_do(client):
    def place(name, population):
        return MunicipalityFactory(name=name, population=population, population_year=2024)

    own, near, far = place("Wij", 100), place("A", 110), place("Ver", 5000)
    for name, population in [("B", 120), ("C", 160)]:
        place(name, population)
    happening = [InitiativeFactory(places=[each], approach="Zo.") for each in (far, near)]
    InitiativeFactory(places=[own, near])

    context = background(client, own).context
    places = context["places"]

    assert [(places[each.pk].name, each.in_words) for each in context["alike"]] == [
        ("A", "Ongeveer even groot"),
        ("B", "Ongeveer even groot"),
        ("C", "Ongeveer even groot"),
    ]
    assert {places[each.lookalike.pk]: each.initiative for each in context["lessons"]} == {near: happening[1]}


def test_a_municipality_of_which_too_little_is_known_has_none_to_learn_from(client):
    InitiativeFactory(places=[MunicipalityFactory(population=100, population_year=2024)])

    response = background(client, MunicipalityFactory())

    assert (response.context["alike"], response.context["lessons"]) == ([], [])
    assert "Gemeenten om van te leren" not in response.content.decode()


def test_shows_what_changed_since_earlier_years(client):
    municipality, theme = MunicipalityFactory(), ThemeFactory()
    year = timezone.localdate().year
    for earlier in (year - 1, year):
        MatrixSnapshotFactory(municipality=municipality, theme=theme, year=earlier, policy="genoemd")

    text = " ".join(background(client, municipality).content.decode().split())

    assert f"Sinds {year - 1}" in text
    assert f"Sinds {year} " not in text
    assert "Beleid: genoemd → niet bekend." in text


def test_the_page_costs_as_many_queries_for_three_of_everything_as_for_one(client):
    municipality, theme = MunicipalityFactory(population=1000, population_year=2024), ThemeFactory()
    costs = []
    for size in (2000, 3000, 4000):
        ended_in(municipality)
        like = MunicipalityFactory(population=size, population_year=2024)
        for places in ([municipality, like], [like]):
            InitiativeFactory(places=places, themes=[theme], partners=[PartnerFactory()], phase="lopend")
        fill(municipality, theme)
        costs.append(number_of_queries(lambda: background(client, municipality)))

    assert costs == [costs[0]] * 3
