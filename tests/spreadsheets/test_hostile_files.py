"""Files that would fill the memory, take all time or are no spreadsheet: each is refused in a Dutch sentence."""

import io
import os
import subprocess
import sys
import zipfile

import pytest
from django.conf import settings

from spreadsheets import sandbox
from spreadsheets.sandbox import TOO_LARGE, TOO_SLOW, RefusedSheetError, read_sheet
from spreadsheets.writing import ODS_START
from tests.spreadsheets.sheet_files import XML, ods_cell, ods_file, ods_row, text_file, xlsx_file, xlsx_row

DAMAGED_XLSX = "Dit xlsx-bestand is beschadigd of niet te vertrouwen."
DAMAGED_ODS = "Dit ods-bestand is beschadigd of niet te vertrouwen."
DAMAGED_XLS = "Dit bestand is beschadigd of heeft een wachtwoord."
DAMAGED_ZIP = "Dit bestand is beschadigd: het is niet uit te pakken."
UNPACKED = "Dit bestand is uitgepakt te groot. Splits het in kleinere bestanden."
TOO_MANY_COLUMNS = "heeft meer dan 200 kolommen. Haal de kolommen weg die je niet nodig hebt."
TOO_MANY_ROWS = "Dit bestand heeft meer dan 20000 rijen. Splits het in kleinere bestanden."
NO_SHEET = "Dit is geen spreadsheet. Gebruik csv, xlsx, ods of xls."
EMPTY = "Dit bestand is leeg."
TOO_MUCH_TEXT = "Er staat te veel tekst in dit bestand. Splits het in kleinere bestanden."
NO_LETTER = "Op regel 2 staat een teken dat geen tekst is."
LONG_CELL = "Op regel 2 staat een cel met meer dan 200000 tekens."
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{below};" * 20}">' for name, below in zip("bcdefghij", "abcdefghi", strict=True)
)
BOMB = f'<!DOCTYPE x [<!ENTITY a "lol">{ENTITIES}]>'
SMALL = '<!DOCTYPE x [<!ENTITY j "ja">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


@pytest.fixture
def sentence():
    """A function that gives why a file is refused."""

    def sentence(path):
        with pytest.raises(RefusedSheetError) as refused:
            read_sheet(path)
        return str(refused.value)

    return sentence


def told_within_512_megabytes(path):
    """Why a file is refused, asked by a process that may take no more memory itself."""
    code = (
        "import resource, sys; from spreadsheets.sandbox import RefusedSheetError, read_sheet\n"
        "resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))\n"
        "try: read_sheet(sys.argv[1])\n"
        "except RefusedSheetError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, cwd=settings.BASE_DIR
    )
    return done.stdout.strip() or done.stderr.splitlines()[-1]


# --- too much of it ---------------------------------------------------------------------------------
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, sentence):
    assert sentence(xlsx_file(tmp_path, (xlsx_row("a" * 1_000_000) for _ in range(151)))) == UNPACKED


def test_a_zip_of_very_many_parts_is_refused(tmp_path, sentence):
    assert sentence(xlsx_file(tmp_path, [], more=[(f"{n}.xml", "") for n in range(1001)])) == UNPACKED


def test_a_million_rows_of_xlsx_are_refused(tmp_path, sentence):
    thousand = xlsx_row("a", "b") * 1_000

    assert sentence(xlsx_file(tmp_path, [thousand] * 1_000)) == TOO_MANY_ROWS


def test_a_million_rows_of_csv_are_refused(tmp_path, sentence):
    assert sentence(text_file(tmp_path, "slug;titel\n" + "a;b\n" * 1_000_000)) == TOO_MANY_ROWS


def test_a_row_of_ods_that_is_a_million_rows_is_refused(tmp_path, sentence):
    assert sentence(ods_file(tmp_path, [ods_row("slug"), ods_row("a", times=1_000_000)])) == TOO_MANY_ROWS


def test_a_cell_of_ods_that_is_a_million_cells_is_refused(tmp_path, sentence):
    cell = ods_cell("a", columns=1_000_000)

    assert sentence(ods_file(tmp_path, [ods_row(cell)])) == "Er is een regel met meer dan 200 kolommen."


def test_a_small_file_of_ods_that_repeats_a_long_text_is_refused(tmp_path):
    rows = [ods_row("slug"), ods_row(ods_cell("a" * 32_000, columns=200), times=20_000)]

    assert "Splits het in kleinere bestanden." in told_within_512_megabytes(ods_file(tmp_path, rows))


def test_a_small_file_of_xlsx_that_repeats_a_long_text_is_refused(tmp_path):
    row = "<row>" + '<c t="s"><v>0</v></c>' * 200 + "</row>"
    path = xlsx_file(tmp_path, [row] * 5_000, shared=[f"<si><t>{'a' * 32_000}</t></si>"])

    assert "Splits het in kleinere bestanden." in told_within_512_megabytes(path)


def test_a_cell_in_the_last_corner_is_refused(tmp_path, sentence):
    row = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'

    assert sentence(xlsx_file(tmp_path, [xlsx_row("slug"), row])) == f"Regel 1048576 {TOO_MANY_COLUMNS}"


def test_three_hundred_columns_are_refused(tmp_path, sentence):
    assert sentence(text_file(tmp_path, ";".join(["kolom"] * 300))) == f"Regel 1 {TOO_MANY_COLUMNS}"


def test_a_huge_cell_of_csv_is_refused(tmp_path, sentence):
    files = [f"slug;titel\na;{'x' * length}\n" for length in (200_001, 400_000, 10_000_000)]

    assert [sentence(text_file(tmp_path, text)) for text in files] == [LONG_CELL] * 3


def test_a_huge_cell_of_xlsx_is_refused(tmp_path, sentence):
    assert sentence(xlsx_file(tmp_path, [xlsx_row("slug"), xlsx_row("x" * 300_000)])) == LONG_CELL


def test_a_huge_cell_of_ods_made_of_spaces_is_refused(tmp_path, sentence):
    spaces = '<text:s text:c="30000"/>' * 5000

    told = sentence(ods_file(tmp_path, [ods_row("slug"), ods_row(f"a{spaces}b")]))
    assert told in (LONG_CELL, TOO_LARGE, TOO_MUCH_TEXT)


def test_very_many_shared_texts_are_refused(tmp_path, sentence, monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 2)
    thousand = "".join(f"<si><t>{number}</t></si>" for number in range(1_000))

    assert sentence(xlsx_file(tmp_path, [xlsx_row("slug")], shared=[thousand] * 1_000)) in (TOO_SLOW, TOO_LARGE)


def test_a_file_that_takes_too_long_is_refused(tmp_path, sentence, monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 1)

    assert sentence(xlsx_file(tmp_path, [xlsx_row("slug"), xlsx_row("a", number=999_999_999_999)])) == TOO_SLOW


def test_a_file_that_takes_too_much_memory_is_refused(tmp_path, sentence, monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_MEMORY", 60 * 2**20)

    assert sentence(text_file(tmp_path, "slug;titel\n" + f"a;{'b' * 900}\n" * 20_000)) == TOO_LARGE


def test_a_file_of_which_the_rows_fill_the_disk_is_refused(tmp_path, sentence, monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_OUTPUT", 1_000)

    assert sentence(text_file(tmp_path, "slug;titel\n" + f"a;{'b' * 900}\n" * 10)) == TOO_LARGE


# --- what reaches outside or grows ------------------------------------------------------------------
def test_entities_are_refused(tmp_path, sentence):
    reference = '<row><c t="s"><v>0</v></c></row>'
    told = []
    for entity in (BOMB, OUTSIDE, SMALL):
        start = XML + entity
        told += [
            sentence(xlsx_file(tmp_path, [xlsx_row("slug"), xlsx_row("&j;")], start=start)),
            sentence(xlsx_file(tmp_path, [reference], shared=["<si><t>&j;</t></si>"], shared_start=start)),
            sentence(ods_file(tmp_path, [ods_row("&j;")], start=ODS_START.replace("?>", f"?>{entity}", 1))),
        ]

    assert told == [DAMAGED_XLSX, DAMAGED_XLSX, DAMAGED_ODS] * 3


def test_very_deep_ods_is_refused(tmp_path, sentence):
    text = "<text:span>" * 100_000 + "x" + "</text:span>" * 100_000

    assert sentence(ods_file(tmp_path, [ods_row(text)])) == DAMAGED_ODS


# --- no spreadsheet at all --------------------------------------------------------------------------
def test_what_is_no_spreadsheet_is_refused(tmp_path, sentence):
    files = [
        (b"", EMPTY),
        (b" \r\n \n", EMPTY),
        (b"\xef\xbb\xbf", EMPTY),
        (b";;;\n;;;\n", EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", NO_SHEET),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04", NO_SHEET),
        (b"slug;titel\na;b\x00\n", NO_SHEET),
        ("slug;titel\na;é\n".encode("utf-32"), NO_SHEET),
        (b"PK\x03\x04" + bytes(100), DAMAGED_ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20, DAMAGED_XLS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DAMAGED_XLS),
        (b'slug;titel\na;"b\nc;d\n', "Op regel 2 klopt een aanhalingsteken of een regeleinde niet."),
        (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n", NO_SHEET),
        (b"<!DOCTYPE html><html><body><table><tr><td>slug</td><td>titel</td></tr></table></body></html>", NO_SHEET),
        (b"<html><body>\n<p>a, b, c</p>\n</body></html>", NO_SHEET),
        (b"{\\rtf1\\ansi slug, titel\\par }", NO_SHEET),
    ]

    told = [(content, sentence(text_file(tmp_path, content, name="x.xlsx"))) for content, _ in files]

    assert told == files


def test_a_zip_in_a_zip_is_refused(tmp_path, sentence):
    content = b"x"
    for _ in range(20):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w") as archive:
            archive.writestr("inner.zip", content)
        content = outer.getvalue()

    assert sentence(text_file(tmp_path, content, name="x.xlsx")) == NO_SHEET


def test_a_zip_with_only_the_right_name_is_refused(tmp_path, sentence):
    told = []
    for part in ("xl/workbook.xml", "content.xml"):
        with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
            archive.writestr(part, os.urandom(100))
        told.append(sentence(tmp_path / "x.xlsx"))

    assert told == [DAMAGED_XLSX, DAMAGED_ODS]


def test_a_file_that_was_cut_off_is_refused(tmp_path, sentence):
    whole = xlsx_file(tmp_path, [xlsx_row("slug")]).read_bytes()

    assert sentence(text_file(tmp_path, whole[: len(whole) // 2])) == DAMAGED_ZIP


def test_a_file_with_a_password_is_refused(tmp_path, sentence):
    locked = bytearray(xlsx_file(tmp_path, [xlsx_row("slug")]).read_bytes())
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + flag] |= 1

    assert sentence(text_file(tmp_path, bytes(locked))) == DAMAGED_XLSX


def test_a_letter_that_no_database_keeps_is_refused(tmp_path, sentence):
    files = [[xlsx_row("slug"), xlsx_row(letter)] for letter in ("_x0000_", "_xD83D_")]

    assert [sentence(xlsx_file(tmp_path, rows)) for rows in files] == [NO_LETTER] * 2
