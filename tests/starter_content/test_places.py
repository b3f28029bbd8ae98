"""Provinces, municipalities of today and of the past, and their other names."""

from datetime import date

import pytest

from partners.models import Municipality, MunicipalityAlias, Province, Succession
from partners.successions import Successions

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)

PROVINCES = [
    "Drenthe", "Flevoland", "Friesland", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland",
    "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland",
]  # fmt: skip


def codes(ids):
    """CBS codes in the order of the ids."""
    code_of = dict(Municipality.objects.values_list("pk", "cbs_code"))
    return [code_of[pk] for pk in ids]


def lives_on_in(code):
    return codes(Successions.on(TODAY).living_on_in(Municipality.objects.get(cbs_code=code).pk))


def test_there_are_twelve_provinces():
    assert list(Province.objects.values_list("name", flat=True)) == PROVINCES


def test_every_province_has_municipalities_of_today():
    assert set(Municipality.objects.current(TODAY).values_list("province__name", flat=True)) == set(PROVINCES)


def test_342_municipalities_are_in_force():
    assert Municipality.objects.current(TODAY).count() == 342


def test_every_municipality_of_today_has_code_inhabitants_year_centroid_and_source():
    for field in ["cbs_code", "population", "population_year", "latitude", "longitude", "sources"]:
        assert Municipality.objects.current(TODAY).filter(**{field: None}).count() == 0


def test_the_names_of_todays_municipalities_are_all_different_in_addresses():
    slugs = list(Municipality.objects.current(TODAY).values_list("slug", flat=True))

    assert len(slugs) == len(set(slugs))


def test_there_are_458_successions_since_1991_each_with_a_source():
    assert Succession.objects.decided().count() == 458
    assert Succession.objects.filter(source=None).count() == 0
    assert Succession.objects.order_by("takes_effect_on").first().takes_effect_on == date(1991, 1, 1)


def test_every_ended_municipality_lives_on_in_municipalities_of_today():
    successions, current = Successions.on(TODAY), set(Municipality.objects.current(TODAY).values_list("pk", flat=True))
    ended = Municipality.objects.filter(valid_until__lte=TODAY).values_list("pk", flat=True)

    lost = [pk for pk in ended if not successions.living_on_in(pk) or set(successions.living_on_in(pk)) - current]

    assert len(ended) == 446
    assert lost == []


def test_every_municipality_ends_on_the_day_of_its_succession():
    successions = Succession.objects.decided().select_related("predecessor")

    assert [str(each) for each in successions if each.takes_effect_on != each.predecessor.valid_until] == []


def test_weesp_lives_on_in_amsterdam_since_2022():
    weesp = Municipality.objects.get(slug="weesp")

    assert weesp.valid_until == date(2022, 3, 24)
    assert lives_on_in(weesp.cbs_code) == ["GM0363"]


def test_haaren_was_split_over_four_of_which_one_is_the_main_part():
    parts = Succession.objects.filter(predecessor__slug="haaren").order_by("-is_main_part", "pk")

    assert [(part.successor.name, part.kind, part.is_main_part) for part in parts] == [
        ("Oisterwijk", "gesplitst", True),
        ("Boxtel", "gesplitst", False),
        ("Tilburg", "gesplitst", False),
        ("Vught", "gesplitst", False),
    ]


def test_sluis_ended_and_came_back_without_a_loop():
    assert lives_on_in("GM0713") == ["GM1714"]
    assert lives_on_in("GM1714") == ["GM1714"]
    assert list(Municipality.objects.current(TODAY).filter(name="Sluis").values_list("slug", flat=True)) == ["sluis"]


def test_bussum_was_already_gooise_meren_in_june_2016():
    assert Municipality.objects.get(slug="bussum").valid_until == date(2016, 1, 1)
    assert lives_on_in(Municipality.objects.get(slug="bussum").cbs_code) == ["GM1942"]


def test_a_municipality_is_found_by_the_name_that_people_use():
    assert [each.name for each in Municipality.objects.called("den-haag")] == ["'s-Gravenhage"]
    assert [each.name for each in Municipality.objects.called("den-bosch")] == ["'s-Hertogenbosch"]


def test_every_alias_has_a_source():
    assert MunicipalityAlias.objects.filter(source=None).count() == 0


def test_wijdemeren_to_hilversum_is_announced_with_its_source():
    coming = Succession.objects.filter(is_announced=True).select_related("source")

    told = [(str(row), row.takes_effect_on, row.source.published_on) for row in coming]

    assert told == [("Wijdemeren → Hilversum", date(2027, 1, 1), date(2026, 9, 22))]
    assert Municipality.objects.get(cbs_code="GM1696").valid_until is None
