"""Rows become new, changed, unchanged or refused things, each with its line, column and reason."""

import pytest

from initiatives.models import Initiative
from partners.models import Library, Municipality, Partner
from sources.models import Source
from spreadsheets.importing import Importer
from spreadsheets.layouts import resource_of
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def run(model, *rows, user=None, drop_unknown=False):
    """Import rows, as dictionaries, by a national curator unless told otherwise; lines begin at 2."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    resource = resource_of(model._meta.label_lower, drop_unknown=drop_unknown)
    importer = Importer(resource, columns, user=user or national_curator())
    return list(importer.run(enumerate(rows, 2)))


def outcomes(results):
    return [result.outcome for result in results]


def test_rows_are_new_changed_unchanged_and_refused():
    SourceFactory(slug="b", title="B", kind="wet")
    SourceFactory(slug="c", title="Oud", kind="wet")
    rows = [{"slug": slug, "titel": slug.upper(), "soort": "wet"} for slug in "abc"]

    results = run(Source, *rows, {"slug": "d", "titel": "D", "soort": "onzin"})

    assert [(result.line, result.outcome) for result in results] == [
        (2, "nieuw"),
        (3, "gelijk"),
        (4, "veranderd"),
        (5, "geweigerd"),
    ]
    assert list(Source.objects.order_by("slug").values_list("title", flat=True)) == ["A", "B", "C"]


def test_a_change_is_told_with_old_and_new():
    SourceFactory(slug="a", title="Oud", kind="wet", published_on="2014-06-19")

    [result] = run(Source, {"slug": "a", "titel": "Nieuw", "datum": "", "soort": "wet"})

    assert result.changes == [("titel", "Oud", "Nieuw"), ("datum", "2014-06-19", "")]


def test_a_refusal_is_told_with_every_column_and_its_reason():
    [result] = run(Source, {"slug": "a", "titel": "x" * 301, "soort": "wet", "webadres": "javascript:alert(1)"})

    assert (result.outcome, result.changes) == ("geweigerd", [])
    assert [column for column, reason in result.problems] == ["titel", "webadres"]


def test_a_rule_of_the_database_refuses_only_its_own_row():
    rows = [{"titel": f"T{n}", "samenvatting": "S", "begonnen_maand": "13" if n == 3 else ""} for n in range(7)]

    results = run(Initiative, *rows)

    assert [result.line for result in results if result.outcome == "geweigerd"] == [5]
    assert results[3].problems == [("begonnen_jaar", "Een beginmaand is 1 tot en met 12, en heeft een jaar.")]
    assert Initiative.objects.count() == 6


def test_a_row_without_slug_gets_one_from_its_title():
    [result] = run(Source, {"titel": "Één bron: 's-Hertogenbosch!", "soort": "wet"})

    assert Source.objects.get().slug == "een-bron-s-hertogenbosch"
    assert result.remarks == ["In het bestand staat geen slug. We maken hem van de titel: ‘een-bron-s-hertogenbosch’."]


def test_a_row_without_slug_is_recognised_by_its_title_the_next_time():
    row = {"titel": "Eén bron", "soort": "wet"}

    assert [outcomes(run(Source, row)), outcomes(run(Source, row))] == [["nieuw"], ["gelijk"]]


def test_a_title_of_which_no_slug_can_be_made_is_refused():
    [result] = run(Source, {"titel": "???", "soort": "wet"})

    assert result.problems == [("slug", "Vul de slug in: die is uit titel niet te maken.")]


def test_the_slug_of_a_known_row_stays_when_its_cell_is_empty():
    MunicipalityFactory(cbs_code="GM0373", name="Bergen", slug="bergen-nh")

    [result] = run(Municipality, {"code": "GM0373", "slug": "", "naam": "Bergen"})

    assert (result.outcome, Municipality.objects.get().slug) == ("gelijk", "bergen-nh")


def test_a_row_known_by_its_code_and_without_slug_gets_one_from_its_name():
    ProvinceFactory(slug="utrecht")

    [result] = run(Municipality, {"code": "GM0344", "naam": "Utrecht", "provincie": "utrecht"})

    assert (result.problems, Municipality.objects.get().slug) == ([], "utrecht")


def test_the_same_row_twice_is_refused():
    row = {"slug": "a", "titel": "A", "soort": "wet"}

    assert outcomes(run(Source, row, row)) == ["nieuw", "geweigerd"]


def test_an_unknown_reference_is_refused():
    [result] = run(Initiative, {"titel": "A", "samenvatting": "S", "themas": "taal"})

    assert result.problems == [("themas", "‘taal’ bestaat niet als thema.")]


def test_an_unknown_reference_is_left_out_and_told_when_that_was_asked():
    ThemeFactory(slug="taal")

    [result] = run(Initiative, {"titel": "A", "samenvatting": "S", "themas": "x | taal"}, drop_unknown=True)

    assert (result.outcome, Initiative.objects.get().themes.get().slug) == ("nieuw", "taal")
    assert "‘x’ bestaat niet als thema en is weggelaten." in result.remarks


def test_what_was_left_out_is_told_at_its_own_row_only():
    rows = [{"slug": slug, "naam": slug, "provincie": province} for slug, province in [("a", "x"), ("b", "")]]

    first, second = run(Library, *rows, drop_unknown=True)

    assert first.remarks == ["‘x’ bestaat niet als provincie en is weggelaten."]
    assert second.remarks == []


def test_links_are_set_and_taken_away():
    theme = ThemeFactory(slug="taal")
    InitiativeFactory(slug="a", themes=[ThemeFactory(slug="weg")])

    [result] = run(Initiative, {"slug": "a", "themas": "taal"})

    assert result.changes == [("themas", "weg", "taal")]
    assert list(Initiative.objects.get().themes.all()) == [theme]


def test_a_partner_may_stand_right_below_its_own_partner():
    row = {"soort": "vereniging", "niveau": "lokaal"}
    PartnerFactory(slug="x", sector="vereniging", level="lokaal")

    results = run(Partner, {"slug": "a", "naam": "A", **row}, {"slug": "b", "naam": "B", "onderdeel_van": "a", **row})

    assert [result.problems for result in results] == [[], []]
    assert Partner.objects.get(slug="b").parent.slug == "a"


def test_two_rows_that_want_the_same_unique_code_are_not_both_taken():
    rows = [{"slug": slug, "naam": slug, "isil": "NL-0800010001"} for slug in "ab"]

    results = run(Library, *rows)

    assert outcomes(results) == ["nieuw", "geweigerd"]
    assert results[1].problems[0][0] == "isil"


# --- who may what -----------------------------------------------------------------------------------
def test_a_row_of_another_province_is_refused():
    mine, other = ProvinceFactory(slug="utrecht"), ProvinceFactory(slug="drenthe")
    LibraryFactory(slug="a", province=other, name="Oud")

    [result] = run(Library, {"slug": "a", "naam": "Nieuw"}, user=province_curator(mine))

    assert result.problems == [("", "Dit hoort niet bij een provincie waar jij curator van bent.")]
    assert Library.objects.get().name == "Oud"


def test_an_unchanged_row_of_another_province_is_unchanged():
    mine, other = ProvinceFactory(slug="utrecht"), ProvinceFactory(slug="drenthe")
    LibraryFactory(slug="a", province=other, name="Oud")

    [result] = run(Library, {"slug": "a", "naam": "Oud"}, user=province_curator(mine))

    assert result.outcome == "gelijk"


def test_a_new_row_in_another_province_is_refused_and_leaves_nothing():
    mine, _ = ProvinceFactory(slug="utrecht"), ProvinceFactory(slug="drenthe")
    rows = [{"slug": slug, "naam": slug, "provincie": slug} for slug in ("utrecht", "drenthe")]

    results = run(Library, *rows, user=province_curator(mine))

    assert outcomes(results) == ["nieuw", "geweigerd"]
    assert list(Library.objects.values_list("slug", flat=True)) == ["utrecht"]


def test_a_row_cannot_be_moved_to_another_province():
    mine, _ = ProvinceFactory(slug="utrecht"), ProvinceFactory(slug="drenthe")
    LibraryFactory(slug="a", province=mine)

    [result] = run(Library, {"slug": "a", "provincie": "drenthe"}, user=province_curator(mine))

    assert (result.outcome, Library.objects.get().province) == ("geweigerd", mine)
