"""Which sheet is read and which line has the names of the columns: proposed, shown, and chosen otherwise."""

import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import Workbook

from spreadsheets.sandbox import RefusedSheetError
from tests.markup import squeezed
from tests.spreadsheets.import_runs import page, press, upload
from tests.spreadsheets.sheet_files import ods_file, ods_row, rows_in, xls_file

INITIATIVES = "initiatives.initiative"
TITLE_ABOVE = "Overzicht projecten;2026;;\nProject;Omschrijving;Door;Wanneer\nProef A;Zin a;Bieb;2024\n"


def workbook():
    """A file with an explanation, two tables and an empty sheet."""
    book = Workbook()
    book.active.append(["Lees het tweede blad."])
    for title in ("Oud", "Nieuw"):
        sheet = book.create_sheet(title)
        sheet.append([f"Voorbeelden {title}"])
        sheet.append(["titel", "samenvatting"])
        sheet.append([f"Proef {title}", "Zin"])
    book.create_sheet("Leeg")
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def labels(run):
    return [row.label for row in run.rows.all()]


@pytest.mark.django_db
def test_the_sheet_and_line_are_proposed_shown_and_can_be_chosen_otherwise(client, curator):
    run = upload(client, workbook(), model=INITIATIVES, name="x.xlsx")
    shown = squeezed(client.get(run.get_absolute_url()))
    proposed = labels(run)

    press(client, run, "blad", sheet=3, header_line=1)

    assert "We lezen blad ‘Oud’, met regel 2 als koppen. Niet gelezen: ‘Sheet’, ‘Nieuw’, ‘Leeg’." in shown
    assert reverse("admin:import_blad", args=[run.pk]) in shown
    assert (proposed, labels(run), run.sheet, run.header_line) == (["Proef Oud"], ["Proef Nieuw"], 3, 2)
    press(client, run, "bevestigen")
    assert (run.state, run.counts) == ("klaar", {"nieuw": 1})


@pytest.mark.django_db
def test_an_empty_sheet_is_refused_in_a_sentence_and_another_can_be_chosen(client, curator):
    run = upload(client, workbook(), model=INITIATIVES, name="x.xlsx")

    press(client, run, "blad", sheet=4, header_line=2)
    refused = (run.state, run.problem)
    press(client, run, "blad", sheet=2, header_line=2)

    assert refused == ("geweigerd", "Dit blad is leeg. Kies een ander blad.")
    assert (run.state, labels(run)) == ("gecontroleerd", ["Proef Oud"])


@pytest.mark.django_db
def test_the_header_below_a_title_is_proposed_where_no_column_is_known_and_there_may_be_none(client, curator):
    run = upload(client, TITLE_ABOVE, model=INITIATIVES)
    proposed = (run.state, run.header_line, run.headers)
    told = squeezed(client.get(reverse("admin:import_blad", args=[run.pk])))

    press(client, run, "blad", header_line=0)

    assert proposed == ("kolommen", 2, ["Project", "Omschrijving", "Door", "Wanneer"])
    assert "Regel 1: Overzicht projecten · 2026" in told
    assert (run.headers, run.total) == (["kolom A", "kolom B", "kolom C", "kolom D"], 3)
    assert "We lezen het bestand als een lijst zonder koppen." in page(client, run)


@pytest.mark.django_db
def test_what_nobody_can_choose_is_refused_at_its_field(client, curator):
    run = upload(client, workbook(), model=INITIATIVES, name="x.xlsx")
    address = reverse("admin:import_blad", args=[run.pk])
    answers = [{"sheet": 9, "header_line": 2}, {"sheet": 2, "header_line": 999}, {"sheet": "x", "header_line": ""}, {}]

    told = [client.post(address, answer).context["form"].is_valid() for answer in answers]

    run.refresh_from_db()
    assert (told, run.state) == ([False] * 4, "gecontroleerd")


def test_a_percentage_is_read_as_it_is_shown(tmp_path):
    book = Workbook()
    book.active.append(["wat", 0.125, 1, 0.07])
    for cell, shown in zip(book.active[1][1:], ("0.0%", "0%", "General"), strict=True):
        cell.number_format = shown
    path = tmp_path / "x.xlsx"
    book.save(path)
    cells = [
        f'<table:table-cell office:value-type="percentage" office:value="{value}"/>' for value in ("0.07", "1.125")
    ]

    xls = xls_file(tmp_path, [["wat", Decimal("0.125"), 0.07]])

    assert rows_in(path) == [(1, ["wat", "12,5%", "100%", "0.07"])]
    assert rows_in(xls) == [(1, ["wat", "12,5%", "0.07"])]
    assert rows_in(ods_file(tmp_path, [ods_row("wat", *cells)])) == [(1, ["wat", "7%", "112,5%"])]


def test_the_second_table_of_an_ods_file_is_read_where_the_first_only_explains(tmp_path):
    between = '</table:table><table:table table:name="Lijst">'
    path = ods_file(tmp_path, [ods_row("Uitleg"), between, ods_row("titel", "doel"), ods_row("A", "B")])

    assert rows_in(path) == [(1, ["titel", "doel"]), (2, ["A", "B"])]


def test_a_file_with_a_password_says_what_to_do(tmp_path):
    locked = ods_file(tmp_path, [ods_row("a", "b")])
    with zipfile.ZipFile(locked) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["META-INF/manifest.xml"] = b"<manifest:encryption-data/>"
    with zipfile.ZipFile(locked, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    office = tmp_path / "x.xlsx"
    office.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))

    told = []
    for path in (locked, office):
        with pytest.raises(RefusedSheetError) as refused:
            rows_in(path)
        told.append(str(refused.value))

    sentence = "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf, bewaar het bestand en lees het opnieuw in."
    assert told == [sentence] * 2
