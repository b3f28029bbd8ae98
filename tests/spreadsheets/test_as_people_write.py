"""A spreadsheet as people write it: names, words of the screen, Dutch dates and numbers, titles and totals."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from initiatives.models import Figure, Initiative
from partners.models import Municipality
from spreadsheets.sandbox import RefusedSheetError
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, SourceFactory, ThemeFactory
from tests.spreadsheets.import_runs import bring_in, page, upload
from tests.spreadsheets.sheet_files import rows_in, text_file, xls_file, xlsx_file

INITIATIVES = "initiatives.initiative"


@pytest.mark.django_db
def test_names_words_and_dutch_dates_are_read(client, curator):
    MunicipalityFactory(name="Venlo")
    LibraryFactory(name="Bibliotheek Venlo")
    ThemeFactory(name="Schulden")
    ThemeFactory(name="Gezondheid")
    header = "Titel;Samenvatting;Thema’s;Gemeenten;Landelijk;Fase;Kosten;Bevestigd op;Bevestigd door\n"
    row = 'A;S;"schulden, Gezondheid";VENLO;x;Loopt;€ 1.000 tot € 5.000 per jaar;12 mei 2026;Bibliotheek Venlo\n'

    run = bring_in(client, header + row, model=INITIATIVES)

    entry = Initiative.objects.get()
    links = {each.name for each in [*entry.themes.all(), *entry.places.all()]}
    values = (entry.is_national, entry.phase, entry.cost_band, entry.confirmed_on)
    assert run.state == "klaar"
    assert links == {"Schulden", "Gezondheid", "Venlo"}
    assert values == (True, "lopend", "tot-5000", date(2026, 5, 12))


@pytest.mark.django_db
def test_thousands_are_read_and_the_total_row_is_left_out_and_told(client, curator):
    MunicipalityFactory(cbs_code="GM0001")
    MunicipalityFactory(cbs_code="GM0002")
    content = "code;inwoners;inwoners_jaar\nGM0001;74.250;2024\nGM0002;103 500;2024\nTotaal;177.750;\n"

    run = upload(client, content, model="partners.municipality")

    assert run.counts == {"veranderd": 2}
    assert "Regel 4 is een totaalregel en is overgeslagen." in page(client, run)
    assert [row.changes[0][2] for row in run.rows.all()] == ["74250", "103500"]
    assert Municipality.objects.filter(population=74250).count() == 0


@pytest.mark.django_db
def test_a_formula_without_outcome_and_an_error_refuse_their_row(client, curator):
    book = Workbook()
    book.active.append(["titel", "samenvatting", "doel"])
    book.active.append(["A", "S", '=CONCATENATE("a","b")'])
    book.active.append(["B", "#N/A", ""])
    content = saved(book)

    run = upload(client, content, model=INITIATIVES, name="x.xlsx")

    assert [row.problems for row in run.rows.all()] == [
        [["doel", "Hier staat een formule zonder uitkomst. Bewaar het bestand opnieuw in Excel of LibreOffice."]],
        [["samenvatting", "Hier staat de foutwaarde ‘#N/A’. Verbeter de cel of maak hem leeg."]],
    ]


@pytest.mark.django_db
def test_refusals_are_grouped_by_reason_the_most_frequent_first(client, curator):
    content = "titel;samenvatting;fase\nA;S;eens\nB;S;eens\nC;#N/A;eens\nD;S;pilot\n"

    run = upload(client, content, model=INITIATIVES)

    shown = client.get(run.get_absolute_url()).context["reasons"]
    phases = "‘eens’ kan hier niet; kies uit: idee, pilot, lopend, structureel, gestopt."
    error = "Hier staat de foutwaarde ‘#N/A’. Verbeter de cel of maak hem leeg."
    assert shown == [(("fase", phases), 3), (("samenvatting", error), 1)]
    assert "Waarom rijen geweigerd worden" in page(client, run)


def test_a_formula_with_an_empty_text_as_outcome_is_empty(tmp_path):
    cells = '<c t="inlineStr"><is><t>a</t></is></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c>'

    assert rows_in(xlsx_file(tmp_path, [f"<row>{cells}</row>"])) == [(1, ["a", "", "1"])]


def test_a_sheet_with_an_explanation_is_passed_over(tmp_path):
    book = Workbook()
    book.active.append(["Vul het tweede blad in."])
    book.create_sheet().append(["titel", "samenvatting"])
    path = tmp_path / "x.xlsx"
    path.write_bytes(saved(book))

    assert rows_in(path) == [(1, ["titel", "samenvatting"])]


def test_what_excel_saves_as_text_is_read(tmp_path):
    table = "titel\tsamenvatting\r\nA\tCafé €\r\n"
    told = {
        "little end first": table.encode("utf-16"),
        "big end first": b"\xfe\xff" + table.encode("utf-16-be"),
    }

    read = {name: rows_in(text_file(tmp_path, content)) for name, content in told.items()}

    assert read == dict.fromkeys(told, [(1, ["titel", "samenvatting"]), (2, ["A", "Café €"])])


def test_a_line_that_names_the_separator_is_obeyed_and_no_row(tmp_path):
    assert rows_in(text_file(tmp_path, "sep=|\r\na;b|c,d\r\n1|2\r\n")) == [(2, ["a;b", "c,d"]), (3, ["1", "2"])]


def test_a_refusal_is_one_dutch_sentence_without_warnings_of_libraries(tmp_path):
    book = Workbook()
    book.active.append([f"kolom {number}" for number in range(201)])
    path = xlsx_file(tmp_path, [], name="leeg.xlsx")
    wide = tmp_path / "breed.xlsx"
    wide.write_bytes(saved(book))
    broken = xls_file(tmp_path, [["a", "b"]])
    broken.write_bytes(broken.read_bytes()[:1024])

    told = [why_refused(each) for each in (path, wide, broken)]

    assert told == [
        "Dit bestand is leeg.",
        "Regel 1 heeft meer dan 200 kolommen. Haal de kolommen weg die je niet nodig hebt.",
        "Dit bestand is beschadigd of heeft een wachtwoord.",
    ]


def why_refused(path):
    """The sentence with which the reader refuses this file."""
    with pytest.raises(RefusedSheetError) as refused:
        rows_in(path)
    return str(refused.value)


def saved(book):
    """The bytes of a workbook."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.django_db
def test_a_part_of_the_key_that_may_be_empty_need_not_be_a_column(client, curator):
    InitiativeFactory(title="Taalhuis", slug="taalhuis")
    SourceFactory(slug="jaarverslag")
    content = "praktijkvoorbeeld;wat;periode;waarde;soort;bron\nTaalhuis;bezoekers;2014;12,5;genoemd;jaarverslag\n"

    run = bring_in(client, content, model="initiatives.figure")

    figure = Figure.objects.get()
    assert run.state == "klaar"
    assert (figure.initiative.slug, figure.theme, figure.label, figure.value) == (
        "taalhuis",
        None,
        "bezoekers",
        Decimal("12.5"),
    )
