"""A good file in any kind and spelling becomes the same rows of text."""

from datetime import date, datetime
from itertools import product

from openpyxl import Workbook

from tests.spreadsheets.sheet_files import (
    ods_file,
    ods_row,
    rows_in,
    text_file,
    xls_file,
    xlsx_file,
    xlsx_row,
)

TWO_ROWS = [(1, ["slug", "titel"]), (2, ["a", "Café €"])]


def test_a_csv_file_is_read_whatever_its_separator_letters_and_line_ends(tmp_path):
    ways = list(product([";", ",", "\t"], ["utf-8", "utf-8-sig", "cp1252"], ["\n", "\r\n", "\r"]))

    read = {}
    for separator, encoding, end in ways:
        text = f"slug{separator}titel{end}a{separator}Café €{end}"
        read[separator, encoding, end] = rows_in(text_file(tmp_path, text.encode(encoding)))

    assert read == dict.fromkeys(ways, TWO_ROWS)


def test_the_name_of_a_file_says_nothing(tmp_path):
    rows = [xlsx_row("slug", "titel"), xlsx_row("a", "Café €")]
    cells = [["slug", "titel"], ["a", "Café €"]]

    files = [
        text_file(tmp_path, "slug;titel\na;Café €\n", name="tekst"),
        text_file(tmp_path, "slug;titel\na;Café €\n", name="tekst.XLSX"),
        xlsx_file(tmp_path, rows, name="excel"),
        xlsx_file(tmp_path, rows, name="excel.csv"),
        ods_file(tmp_path, [ods_row(*each) for each in cells], name="libreoffice.txt"),
        ods_file(tmp_path, [ods_row(*each) for each in cells], name="libreoffice.xlsx"),
        xls_file(tmp_path, cells, name="oud.xlsx"),
        xls_file(tmp_path, cells, name="oud.ods"),
    ]

    assert {path.name: rows_in(path) for path in files} == {path.name: TWO_ROWS for path in files}


def test_commas_in_the_texts_are_no_separators(tmp_path):
    text = "titel;samenvatting\nLezen, leren, doen, meer;Een, twee, drie\nLezen, leren, doen, veel;Een, twee, drie\n"

    assert rows_in(text_file(tmp_path, text))[1] == (2, ["Lezen, leren, doen, meer", "Een, twee, drie"])


def test_decimal_commas_are_no_separators(tmp_path):
    assert rows_in(text_file(tmp_path, "wat;waarde\na;1,5\nb;2,5\n"))[1:] == [(2, ["a", "1,5"]), (3, ["b", "2,5"])]


def test_a_csv_cell_may_hold_separators_quotes_and_lines(tmp_path):
    text = 'slug;titel\na;"Zeg ""hoi""; nu\r\nof nooit"\nb;B\n'

    assert rows_in(text_file(tmp_path, text))[1:] == [(2, ["a", 'Zeg "hoi"; nu\r\nof nooit']), (4, ["b", "B"])]


def test_a_single_column_is_a_table(tmp_path):
    assert rows_in(text_file(tmp_path, "titel\nA\nB\n")) == [(1, ["titel"]), (2, ["A"]), (3, ["B"])]


def test_empty_rows_are_left_out_and_lines_keep_their_number(tmp_path):
    assert rows_in(text_file(tmp_path, "slug;titel\n\n;;;\na;A\n")) == [(1, ["slug", "titel"]), (4, ["a", "A"])]


def test_a_strange_text_is_read_as_it_is(tmp_path):
    texts = ["‮omgekeerd", "👩‍👩‍👧 gezin", "a\u2028b\x85c", "dubbele  spatie", "'s-Hertogenbosch"]

    rows = rows_in(text_file(tmp_path, "slug;titel\n" + "".join(f"a;{text}\n" for text in texts)))

    assert rows[1:] == [(line, ["a", text]) for line, text in enumerate(texts, 2)]


def test_an_xlsx_file_of_excel_is_read_with_its_kinds_of_cells(tmp_path):
    book = Workbook()
    book.active.append(["tekst", 3, 2.5, True, False, None, date(2014, 6, 19), datetime(2014, 6, 19, 12, 30)])  # noqa: DTZ001
    book.save(tmp_path / "x.xlsx")

    assert rows_in(tmp_path / "x.xlsx") == [
        (1, ["tekst", "3", "2.5", "ja", "nee", "", "2014-06-19", "2014-06-19T12:30:00"])
    ]


def test_only_the_first_sheet_is_read(tmp_path):
    book = Workbook()
    book.active.append(["slug"])
    book.create_sheet().append(["ander blad"])
    book.save(tmp_path / "x.xlsx")

    assert rows_in(tmp_path / "x.xlsx") == [(1, ["slug"])]


def test_rows_of_xlsx_keep_the_number_they_have_in_the_file(tmp_path):
    path = xlsx_file(tmp_path, [xlsx_row("slug", number=3), xlsx_row("a", number=700)])

    assert rows_in(path) == [(3, ["slug"]), (700, ["a"])]


def test_letters_that_excel_writes_as_numbers_are_read_back(tmp_path):
    texts = {"a_x000D_b": "a\rb", "_x005F_x0041_": "_x0041_", "_x005f_x0041_": "_x0041_", "_x00e9_": "é"}
    references = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(len(texts)))
    shared = [f"<si><t>{text}</t></si>" for text in texts]

    rows = rows_in(xlsx_file(tmp_path, [xlsx_row(*texts), f"<row>{references}</row>"], shared=shared))

    assert rows == [(1, list(texts.values())), (2, list(texts.values()))]


def test_an_xlsx_text_in_pieces_is_one_text(tmp_path):
    path = xlsx_file(
        tmp_path,
        ['<row><c t="s"><v>0</v></c></row>'],
        shared=['<si><r><t xml:space="preserve">vet </t></r><r><t>gewoon</t></r></si>'],
    )

    assert rows_in(path) == [(1, ["vet gewoon"])]


def test_a_formula_in_xlsx_is_its_last_result(tmp_path):
    path = xlsx_file(tmp_path, ['<row><c t="str"><f>HYPERLINK("http://x")</f><v>Uitkomst</v></c></row>'])

    assert rows_in(path) == [(1, ["Uitkomst"])]


def test_an_ods_file_is_read_with_its_kinds_of_cells(tmp_path):
    cells = [
        '<table:table-cell office:value-type="float" office:value="3"><text:p>3,00</text:p></table:table-cell>',
        '<table:table-cell office:value-type="percentage" office:value="0.5"/>',
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
        '<table:table-cell office:value-type="date" office:date-value="2014-06-19T00:00:00"/>',
    ]

    assert rows_in(ods_file(tmp_path, [ods_row("tekst", *cells)])) == [(1, ["tekst", "3", "50%", "ja", "2014-06-19"])]


def test_spaces_tabs_and_lines_of_ods_are_read(tmp_path):
    text = 'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p><text:p>e<text:span>f</text:span>g'

    assert rows_in(ods_file(tmp_path, [ods_row(text)])) == [(1, ["a   b\tc\nd\nefg"])]


def test_a_remark_beside_an_ods_cell_is_not_its_text(tmp_path):
    remark = "<office:annotation><text:p>Klopt dit?</text:p></office:annotation>"
    cell = f'<table:table-cell office:value-type="string">{remark}<text:p>Ja</text:p></table:table-cell>'

    assert rows_in(ods_file(tmp_path, [ods_row("slug", cell)])) == [(1, ["slug", "Ja"])]


def test_empty_repeated_cells_and_rows_of_ods_only_count(tmp_path):
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    rows = [ods_row("slug", empty, "titel"), ods_row(empty, times=1_048_000), ods_row("a", times=2)]

    assert rows_in(ods_file(tmp_path, rows)) == [
        (1, ["slug", "", "", "titel"]),
        (1_048_002, ["a"]),
        (1_048_003, ["a"]),
    ]


def test_an_xls_file_is_read(tmp_path):
    path = xls_file(tmp_path, [["slug", "titel", "jaar"], ["a", "Café €", 2014.0], ["b", "", 2.5]])

    assert rows_in(path) == [(1, ["slug", "titel", "jaar"]), (2, ["a", "Café €", "2014"]), (3, ["b", "", "2.5"])]
