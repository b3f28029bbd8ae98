"""Files that are no table of this layout: wrong headers, wrong numbers of cells, no CSV at all."""

import pytest

from sources.models import Source

pytestmark = pytest.mark.django_db

HEADER = "slug,titel,soort\n"


def test_an_unknown_column_is_refused(refusal):
    assert refusal("slug,titel,soort,kleur\na,A,wet,rood\n") == [
        "x.csv, regel 1, kolom kleur: Deze kolom kennen we niet."
    ]
    assert Source.objects.count() == 0


def test_semicolons_are_refused_as_unknown_columns(refusal):
    assert refusal("slug;titel;soort\na;A;wet\n")[:2] == [
        "x.csv, regel 1, kolom slug;titel;soort: Deze kolom kennen we niet.",
        "x.csv, regel 1, kolom slug: Deze kolom ontbreekt.",
    ]


def test_a_missing_key_column_is_refused(refusal):
    assert refusal("titel,soort\nA,wet\n")[0] == "x.csv, regel 1, kolom slug: Deze kolom ontbreekt."
    assert Source.objects.count() == 0


def test_a_missing_key_column_is_told_once_and_not_again_for_every_row(refusal):
    assert refusal("titel,soort\nA,wet\nB,wet\n") == ["x.csv, regel 1, kolom slug: Deze kolom ontbreekt."]


def test_a_column_that_stands_there_twice_is_refused(refusal):
    assert len(refusal("slug,titel,titel,soort\na,A,B,wet\n")) == 1


def test_rows_with_too_few_or_too_many_cells_are_all_told(refusal):
    assert refusal(HEADER + "a,A\nb,B,wet\nc,C,wet,over\n") == [
        "x.csv, regel 2: 2 cellen in plaats van 3.",
        "x.csv, regel 4: 4 cellen in plaats van 3.",
    ]
    assert Source.objects.count() == 0


def test_a_cell_of_several_lines_keeps_the_line_numbers_right(refusal):
    text = 'slug,titel,soort,toelichting\na,A,wet,"een\ntwee\ndrie"\n\nb,B,onzin,\n'

    assert refusal(text) == [
        "x.csv, regel 6, kolom soort: ‘onzin’ kan hier niet; kies uit: artikel, reactie, dataset, wet, redactie."
    ]


def test_a_row_of_several_lines_is_told_with_the_line_on_which_it_starts(refusal):
    assert refusal('slug,titel,soort\na,"een\ntwee"\n') == ["x.csv, regel 2: 2 cellen in plaats van 3."]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_that_is_not_utf_8_is_refused(refusal, encoding):
    [problem] = refusal((HEADER + "a,Eén,wet\n").encode(encoding))

    assert problem == "x.csv, regel 1: Dit is geen tekst in UTF-8."


@pytest.mark.parametrize("row", ['a,"A,wet\n', 'a,"A"x,wet\n'])
def test_a_quotation_mark_that_is_wrong_is_refused(refusal, row):
    [problem] = refusal(HEADER + row)

    assert problem == "x.csv, regel 2: Hier klopt een aanhalingsteken of een regeleinde niet."


def test_a_quotation_mark_that_is_wrong_is_told_with_its_line(refusal):
    [problem] = refusal(HEADER + 'a,A,wet\nb,"B"x,wet\n')

    assert problem.startswith("x.csv, regel 3:")


def test_a_character_that_is_no_text_is_refused(refusal):
    assert refusal(HEADER + "a,A\x00,wet\n") == [
        "x.csv, regel 2, kolom titel: Er staat een teken in dat geen tekst is."
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_refused_in_dutch(refusal, text):
    assert refusal(text) == ["x.csv, regel 1, kolom slug: Deze kolom ontbreekt."]
