"""The header among the first rows, and which of our columns each of its names is."""

from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import find_table, match_columns, plain, propose_columns

COLUMNS = ["slug", "titel", "samenvatting", "begonnen_jaar", "e-mail"]


def rows(*cells):
    return [SheetRow(line, list(each)) for line, each in enumerate(cells, 1)]


def test_a_name_is_compared_without_what_people_write_differently():
    names = ["Titel", " Begonnen  jaar ", "E-MAIL", "Thema’s", "Één"]

    assert [plain(name) for name in names] == ["titel", "begonnenjaar", "email", "themas", "een"]


def test_a_header_on_the_first_row_is_found():
    table = find_table(rows(["slug", "titel"], ["a", "A"]), [COLUMNS])

    assert (table.headers, [row.line for row in table.rows], table.header_line) == (["slug", "titel"], [2], 1)


def test_lines_above_the_header_are_passed_over():
    table = find_table(rows(["Overzicht 2026"], ["Gemaakt door", "Jan"], ["Slug ", "TITEL"], ["a", "A"]), [COLUMNS])

    assert (table.headers, [row.line for row in table.rows], table.header_line) == (["Slug", "TITEL"], [4], 3)


def test_a_row_that_repeats_a_name_is_no_header():
    table = find_table(rows(["slug", "titel"], ["titel", "slug"]), [COLUMNS])

    assert table.header_line == 1


def test_without_a_known_name_the_first_of_the_widest_rows_is_the_header():
    table = find_table(rows(["Overzicht", "2026"], ["Name", "City", "Year"], ["A", "B", "2024"]), [COLUMNS])

    assert table.headers == ["Name", "City", "Year"]


def test_the_line_of_the_header_can_be_chosen_and_there_may_be_none():
    table_rows = rows(["slug", "titel"], ["Name", "City"], ["A", "B"])

    chosen, without = find_table(table_rows, [COLUMNS], 2), find_table(table_rows, [COLUMNS], 0)

    assert (chosen.headers, len(chosen.rows)) == (["Name", "City"], 1)
    assert (without.headers, len(without.rows)) == (["kolom A", "kolom B"], 3)


def test_a_column_without_a_name_gets_that_of_a_merged_cell_or_its_letter_and_an_empty_one_none():
    table = find_table(rows(["slug", "Waar", ""], ["", "gemeente", "", ""], ["a", "Venlo", "x", ""]), [COLUMNS], 2)

    assert table.headers == ["slug", "gemeente", "kolom C", ""]


def test_a_file_of_one_row_is_only_a_header():
    assert find_table(rows(["slug", "titel"]), [COLUMNS]).rows == []


def test_the_header_of_another_known_layout_is_found_too():
    table = find_table(
        rows(["titel"], ["Gemeentecode", "Gemeentenaam"], ["GM1", "A"]), [COLUMNS, ["Gemeentecode", "Gemeentenaam"]]
    )

    assert table.headers == ["Gemeentecode", "Gemeentenaam"]


def test_names_match_regardless_of_capitals_order_and_spaces():
    headers = ["TITEL", " slug", "Begonnen jaar", "E-mail", "Kleur"]

    assert match_columns(headers, COLUMNS) == {
        "TITEL": "titel",
        " slug": "slug",
        "Begonnen jaar": "begonnen_jaar",
        "E-mail": "e-mail",
    }


def test_a_name_without_letters_matches_nothing():
    assert [match_columns([header], COLUMNS) for header in ("", "名前", "---", "👩")] == [{}] * 4


def test_another_short_word_is_not_proposed():
    assert propose_columns(["Waar", "Wie"], ["jaar", "fase"]) == {"Waar": "", "Wie": ""}


def test_a_name_that_is_alike_is_proposed():
    columns = {
        "titels": "titel",
        "Samenvating": "samenvatting",
        "jaar begonnen": "begonnen_jaar",
        "Country": "",
        "x": "",
    }

    assert [propose_columns([header], COLUMNS) for header in columns] == [{name: columns[name]} for name in columns]


def test_a_column_is_proposed_once_and_not_where_it_is_known():
    assert propose_columns(["titels", "titel", "titeltje"], COLUMNS) == {"titels": "", "titel": "titel", "titeltje": ""}


def test_cells_go_by_their_header_without_spaces_around_them():
    table = find_table(rows(["Slug", "Begonnen jaar", "Titel"], [" a ", "2014"]), [COLUMNS])
    [row] = table.rows

    assert table.cells_of(row) == {"Slug": "a", "Begonnen jaar": "2014"}
    assert table.cells_by_plain_name(row) == {"slug": "a", "begonnenjaar": "2014", "titel": ""}
