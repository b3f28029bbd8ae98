"""A file we make: every cell is text, no cell is a formula, and each program can open it."""

import csv
import io
import zipfile

from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

from spreadsheets.formulas import harmless, is_escaped, original
from spreadsheets.writing import write_sheet
from tests.spreadsheets.round_trips import NASTY
from tests.spreadsheets.sheet_files import rows_in, text_file

KINDS = ["csv", "xlsx", "ods"]
FORMULAS = ["=1+1", "==1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''=1"]
FORMULAS += ["＝1+1", "＋1", "－1", "＠SUM(1)", "'＝1"]  # of East Asian keyboards
ROWS = [[text] for text in [*FORMULAS, "1", "2014-06-19", "ja"]]
HEADERS_OF_OTHERS = ["=1+1", "@SUM(1)", "a\x01b"]


def written(kind, rows, header=("slug", "titel")):
    file = io.BytesIO()
    write_sheet(file, kind, list(header), rows)
    return file.getvalue()


def test_a_text_made_harmless_is_found_back():
    assert [original(harmless(text)) for text in NASTY] == NASTY


def test_a_formula_gets_an_apostrophe():
    assert [harmless(text) for text in FORMULAS] == [f"'{text}" for text in FORMULAS]
    assert [text for text in FORMULAS if not is_escaped(harmless(text))] == []


def test_another_text_stays_as_it_is():
    texts = ["", "'", "'s-Hertogenbosch", "'t Gooi", "a=b", "1-1", "é", "👩"]

    assert [harmless(text) for text in texts] == texts
    assert [text for text in texts if is_escaped(text)] == []


def test_what_is_written_can_be_read(tmp_path):
    rows = [["a", "Café €"], ["b", ""], ["", "c"]]

    read = {kind: rows_in(text_file(tmp_path, written(kind, rows), name=f"x.{kind}")) for kind in KINDS}

    same = [(1, ["slug", "titel"]), (2, ["a", "Café €"]), (3, ["b"]), (4, ["", "c"])]
    assert read == dict.fromkeys(KINDS, same)


def test_a_list_without_rows_has_a_header(tmp_path):
    read = {kind: rows_in(text_file(tmp_path, written(kind, []), name=f"x.{kind}")) for kind in KINDS}

    assert read == dict.fromkeys(KINDS, [(1, ["slug", "titel"])])


def test_csv_begins_with_a_mark_for_utf_8_and_has_semicolons():
    assert written("csv", [["a", "é"]]) == "\ufeffslug;titel\r\na;é\r\n".encode()


def test_no_cell_of_csv_begins_as_a_formula_nor_does_a_header_of_somebody_else():
    content = written("csv", [[text] for text in FORMULAS], HEADERS_OF_OTHERS)

    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert header == ["'=1+1", "'@SUM(1)", "ab"]
    assert rows == [[f"'{text}"] for text in FORMULAS]


def test_every_cell_of_xlsx_is_text():
    sheet = load_workbook(io.BytesIO(written("xlsx", ROWS, HEADERS_OF_OTHERS))).active

    cells = [cell.data_type for row in sheet.rows for cell in row if cell.value is not None]
    assert cells == ["s"] * (len(HEADERS_OF_OTHERS) + len(ROWS))


def test_every_cell_of_ods_is_text():
    content = zipfile.ZipFile(io.BytesIO(written("ods", ROWS, HEADERS_OF_OTHERS))).read("content.xml")

    kinds = [value for each in fromstring(content).iter() for name, value in each.items() if "value-type" in name]
    assert kinds == ["string"] * (len(HEADERS_OF_OTHERS) + len(ROWS))
    assert b"table:formula" not in content


def test_spaces_that_a_program_would_drop_from_ods_are_elements():
    content = zipfile.ZipFile(io.BytesIO(written("ods", [["twee  spaties en een achteraan "]]))).read("content.xml")

    assert b"<text:p>twee<text:s/> spaties en een achteraan<text:s/></text:p>" in content


def test_letters_that_xml_cannot_hold_leave_a_file_that_can_be_read(tmp_path):
    texts = ["\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "]]>", "<&>\"'"]
    rows = [["a", f"x{text}y"] for text in texts]

    read = {kind: rows_in(text_file(tmp_path, written(kind, rows), name=f"x.{kind}")) for kind in ("xlsx", "ods")}

    begins = {kind: [cells[1][0] for _, cells in lines[1:]] for kind, lines in read.items()}
    assert begins == dict.fromkeys(("xlsx", "ods"), ["x"] * 7)


def test_ods_begins_with_its_kind_unpacked():
    [first, *_] = zipfile.ZipFile(io.BytesIO(written("ods", []))).infolist()

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
