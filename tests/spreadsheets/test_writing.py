"""A file we make: every cell is text, no cell is a formula, and each program can open it."""

import csv
import io
import zipfile

import pytest
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

from spreadsheets.formulas import harmless, is_escaped, original
from spreadsheets.writing import write_sheet
from tests.spreadsheets.round_trips import NASTY
from tests.spreadsheets.sheet_files import rows_in, text_file

KINDS = ["csv", "xlsx", "ods"]
FORMULAS = ["=1+1", "==1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''=1"]


def written(kind, rows, header=("slug", "titel")):
    file = io.BytesIO()
    write_sheet(file, kind, list(header), rows)
    return file.getvalue()


@pytest.mark.parametrize("text", NASTY)
def test_a_text_made_harmless_is_found_back(text):
    assert original(harmless(text)) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"
    assert is_escaped(harmless(text)) is True


@pytest.mark.parametrize("text", ["", "'", "'s-Hertogenbosch", "'t Gooi", "a=b", "1-1", "é", "👩"])
def test_another_text_stays_as_it_is(text):
    assert harmless(text) == text
    assert is_escaped(text) is False


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_can_be_read(tmp_path, kind):
    path = text_file(tmp_path, written(kind, [["a", "Café €"], ["b", ""], ["", "c"]]), name=f"x.{kind}")

    assert rows_in(path) == [(1, ["slug", "titel"]), (2, ["a", "Café €"]), (3, ["b"]), (4, ["", "c"])]


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_without_rows_has_a_header(tmp_path, kind):
    path = text_file(tmp_path, written(kind, []), name=f"x.{kind}")

    assert rows_in(path) == [(1, ["slug", "titel"])]


def test_csv_begins_with_a_mark_for_utf_8_and_has_semicolons():
    assert written("csv", [["a", "é"]]) == "\ufeffslug;titel\r\na;é\r\n".encode()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_csv_begins_as_a_formula(text):
    _, [cell] = csv.reader(io.StringIO(written("csv", [[text]], ["titel"]).decode(), newline=""), delimiter=";")

    assert cell[0] == "'"


@pytest.mark.parametrize("text", [*FORMULAS, "1", "2014-06-19", "ja"])
def test_every_cell_of_xlsx_is_text(text):
    sheet = load_workbook(io.BytesIO(written("xlsx", [[text]], ["titel"]))).active

    assert [cell.data_type for row in sheet.rows for cell in row] == ["s", "s"]


@pytest.mark.parametrize("text", [*FORMULAS, "1", "2014-06-19", "ja"])
def test_every_cell_of_ods_is_text(text):
    content = zipfile.ZipFile(io.BytesIO(written("ods", [[text]], ["titel"]))).read("content.xml")
    kinds = [value for each in fromstring(content).iter() for name, value in each.items() if "value-type" in name]

    assert kinds == ["string", "string"]
    assert b"table:formula" not in content


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("header", ["=1+1", "@SUM(1)", "a\x01b"])
def test_a_header_of_somebody_else_is_text_too(kind, header):
    content = written(kind, [["a"]], [header])

    if kind == "xlsx":
        assert load_workbook(io.BytesIO(content)).active["A1"].data_type == "s"
    if kind == "csv":
        assert content.decode("utf-8-sig")[0] not in "=@"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("text", ["\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "]]>", "<&>\"'"])
def test_letters_that_xml_cannot_hold_leave_a_file_that_can_be_read(tmp_path, kind, text):
    path = text_file(tmp_path, written(kind, [["a", f"x{text}y"]]), name=f"x.{kind}")

    assert rows_in(path)[1][1][1][0] == "x"


def test_ods_begins_with_its_kind_unpacked():
    [first, *_] = zipfile.ZipFile(io.BytesIO(written("ods", []))).infolist()

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
