"""The outlines of municipalities, as files of a year and as areas of a day."""

import json
from datetime import date

import pytest

from partners import outlines
from partners.outlines import (
    MUNICIPALITIES,
    PROVINCES,
    Box,
    box_around,
    box_of,
    outlines_of_year,
    outlines_on,
    year_for,
)
from tests.factories import MunicipalityFactory, SuccessionFactory

TODAY = date(2026, 11, 28)


def test_every_municipality_and_province_of_2026_has_an_outline():
    assert (len(outlines_of_year(MUNICIPALITIES, 2026)), len(outlines_of_year(PROVINCES, 2026))) == (342, 12)


def test_every_outline_lies_in_the_drawing():
    outside = []
    for kind in (MUNICIPALITIES, PROVINCES):
        for code, outline in outlines_of_year(kind, 2026).items():
            box = outline.box
            if not (0 <= box.left < box.right <= 1000 and 0 <= box.top < box.bottom <= 1181):
                outside.append(code)

    assert outside == []


def test_the_rectangle_around_a_path_of_two_parts():
    assert box_of("M10 20l5-3 0 8zM100 50l-2 4z") == Box(10, 17, 100, 54)


def test_the_rectangle_around_rectangles():
    assert box_around([Box(3, 4, 5, 6), Box(1, 5, 4, 9)]) == Box(1, 4, 5, 9)


def test_the_newest_year_that_has_begun_counts(tmp_path, monkeypatch):
    for year in (2026, 2027, 2029):
        (tmp_path / f"gemeenten_{year}.json").write_text(json.dumps({}))
    monkeypatch.setattr(outlines, "FOLDER", tmp_path)
    days = {date(2025, 6, 1): 2026, date(2026, 12, 31): 2026, date(2027, 1, 1): 2027, date(2028, 5, 5): 2027}

    assert {day: year_for(MUNICIPALITIES, day) for day in days} == days


@pytest.mark.django_db
def test_a_municipality_that_took_in_another_has_both_outlines_from_that_day():
    hilversum = MunicipalityFactory(cbs_code="GM0402")
    wijdemeren = MunicipalityFactory(cbs_code="GM1696", valid_until="2027-01-01")
    SuccessionFactory(predecessor=wijdemeren, successor=hilversum, takes_effect_on="2027-01-01")
    drawn = outlines_of_year(MUNICIPALITIES, 2026)
    own, other = drawn["GM0402"], drawn["GM1696"]

    before, after = outlines_on(date(2026, 12, 31)), outlines_on(date(2027, 1, 1))

    assert before == {hilversum.pk: [own], wijdemeren.pk: [other]}
    assert after == {hilversum.pk: [own, other]}
