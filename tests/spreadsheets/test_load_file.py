"""Rows that are right: created, changed, left alone; and never deleted."""

import pytest

from initiatives.models import Theme
from initiatives.theme_resources import ThemeResource
from partners.models import Province
from partners.resources import ProvinceResource
from sources.models import Source
from spreadsheets.models import LoadedFile
from tests.factories import ProvinceFactory, SourceFactory

pytestmark = pytest.mark.django_db

HEADER = "slug,titel,soort\n"


def test_a_row_with_a_new_key_is_created(load):
    counts = load(HEADER + "wmo,Wet maatschappelijke ondersteuning,wet\n")

    assert counts == {"nieuw": 1}
    assert list(Source.objects.values_list("slug", "title", "kind")) == [
        ("wmo", "Wet maatschappelijke ondersteuning", "wet")
    ]


def test_a_row_with_a_known_key_is_updated(load):
    source = SourceFactory(slug="wmo", title="Oud", kind="wet")

    counts = load(HEADER + "wmo,Nieuw,wet\n")

    source.refresh_from_db()
    assert counts == {"veranderd": 1}
    assert source.title == "Nieuw"


def test_rows_are_counted_as_new_changed_and_unchanged(load):
    SourceFactory(slug="a", title="Oud", kind="wet")
    SourceFactory(slug="b", title="Gelijk", kind="wet")

    counts = load(HEADER + "a,Nieuw,wet\nb,Gelijk,wet\nc,Erbij,wet\n")

    assert counts == {"veranderd": 1, "gelijk": 1, "nieuw": 1}


def test_loading_twice_changes_nothing_the_second_time(load):
    text = HEADER + "a,A,wet\nb,B,artikel\n"

    assert [load(text), load(text)] == [{"nieuw": 2}, {"gelijk": 2}]
    assert Source.objects.count() == 2


def test_a_row_that_is_gone_from_the_file_is_not_deleted(load):
    load(HEADER + "a,A,wet\nb,B,wet\n")

    load(HEADER + "a,A,wet\n")

    assert list(Source.objects.values_list("slug", flat=True)) == ["a", "b"]


def test_a_missing_optional_column_leaves_the_old_value(load):
    source = SourceFactory(slug="a", kind="wet", note="Blijft.")

    load("slug,titel\na,Nieuw\n")

    source.refresh_from_db()
    assert (source.title, source.kind, source.note) == ("Nieuw", "wet", "Blijft.")


def test_an_empty_cell_empties_the_old_value(load):
    source = SourceFactory(slug="a", note="Gaat weg.", published_on="2014-06-19")

    load("slug,toelichting,datum\na,,\n")

    source.refresh_from_db()
    assert (source.note, source.published_on) == ("", None)


@pytest.mark.parametrize(("text", "sources"), [("PV20\n", 1), ("PV20,\n", 0)])
def test_references_stay_without_their_column_and_go_with_an_empty_cell(load, text, sources):
    province = ProvinceFactory(code="PV20")
    province.sources.add(SourceFactory())
    header = "code,bronnen\n" if "," in text else "code\n"

    load(header + text, resource=ProvinceResource)

    assert province.sources.count() == sources


def test_a_change_in_references_only_is_a_change(load):
    load("slug,titel,soort\na,A,wet\nb,B,wet\n")
    header = "code,naam,slug,bronnen\nPV20,Groningen,groningen,"
    load(header + "a\n", resource=ProvinceResource)

    counts = load(header + "a | b\n", resource=ProvinceResource)

    assert counts == {"veranderd": 1}
    assert Province.objects.get().sources.count() == 2


def test_a_row_may_refer_to_an_earlier_row_of_the_same_file(load):
    header = "slug,naam,deel_van,pictogram,waarom_hier\n"

    load(header + "leren,Leren,,leren,\ntaal,Taal,leren,leren,Taal leer je.\n", resource=ThemeResource)

    assert Theme.objects.get(slug="taal").parent.slug == "leren"


def test_a_mark_for_utf_8_at_the_start_is_accepted(load):
    load("\ufeff" + HEADER + "a,Eén,wet\n")

    assert Source.objects.get().title == "Eén"


def test_blank_lines_and_a_missing_last_line_end_are_no_mistake(load):
    assert load(HEADER + "\na,A,wet\n\nb,B,wet") == {"nieuw": 2}


def test_a_file_with_only_a_header_loads_nothing(load):
    assert load(HEADER) == {}


def test_windows_line_ends_and_a_cell_of_several_lines_are_read(load):
    load('slug,titel,soort,toelichting\r\na,A,wet,"een\ntwee"\r\n')

    assert Source.objects.get().note == "een\ntwee"


def test_a_loaded_file_is_remembered_once(load):
    load(HEADER + "a,A,wet\n")
    first = LoadedFile.objects.get().fingerprint

    load(HEADER + "a,B,wet\n")

    assert LoadedFile.objects.get().name == "x.csv"
    assert LoadedFile.objects.get().fingerprint != first
