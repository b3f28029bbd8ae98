"""Cells that name other things: read by slug or name, written back as slugs, refused in Dutch."""

import pytest

from sources.models import Source
from spreadsheets.references import Reference, References
from tests.factories import ProvinceFactory, SourceFactory
from tests.spreadsheets.cells import NO_TEXT, answer

pytestmark = pytest.mark.django_db


def test_a_reference_is_read_by_slug_and_written_back():
    source = SourceFactory(slug="wmo-2015")
    widget = Reference(Source)

    assert widget.clean(" wmo-2015 ") == source
    assert widget.render(source) == "wmo-2015"


def test_an_empty_reference_is_nothing_and_asks_no_query():
    widget = Reference(Source)

    assert widget.clean("") is None
    assert widget.render(None) == ""


def test_an_unknown_reference_is_refused_also_the_second_time():
    widget = Reference(Source)

    assert [answer(widget, "wmo"), answer(widget, "wmo")] == ["‘wmo’ bestaat niet als bron."] * 2


def test_a_reference_finds_what_was_made_after_the_first_look():
    widget = Reference(Source)
    assert answer(widget, "wmo") == "‘wmo’ bestaat niet als bron."

    source = SourceFactory(slug="wmo")

    assert widget.clean("wmo") == source


def test_references_are_read_with_bars_and_written_back_in_order():
    province, widget = ProvinceFactory(), References(Source)
    first, second = SourceFactory(slug="een"), SourceFactory(slug="twee")

    province.sources.set(widget.clean("twee|een | | twee"))

    assert widget.clean("twee|een | | twee") == [second, first]
    assert widget.render(province.sources) == "een | twee"


def test_one_unknown_of_several_references_is_refused():
    SourceFactory(slug="een")

    assert answer(References(Source), "een | drie") == "‘drie’ bestaat niet als bron."


def test_references_are_read_by_name_with_other_separators_between_them():
    first = SourceFactory(slug="een", title="Wonen, zorg en welzijn")
    second = SourceFactory(slug="twee", title="Schulden")
    cells = ["een;twee", "EEN, Schulden", "wonen, zorg en welzijn|schulden", "een\ntwee"]

    read = [References(Source).clean(cell) for cell in cells]

    assert read == [[first, second]] * 4


def test_no_references_are_an_empty_list():
    assert References(Source).clean("") == []


def test_a_reference_with_a_character_that_is_no_text_is_refused_in_dutch():
    assert [answer(widget, "een\x00") for widget in (Reference(Source), References(Source))] == [NO_TEXT, NO_TEXT]
