"""One file for an example: who takes part in it and its figures stand in its own row."""

from decimal import Decimal

import pytest

from initiatives.models import Figure, Initiative
from initiatives.resources import InitiativeResource
from tests.factories import (
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    ParticipationFactory,
    PartnerFactory,
    SourceFactory,
)
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import bring_in, press, upload
from tests.spreadsheets.round_trips import bring_in as bring_in_file
from tests.spreadsheets.round_trips import export, told

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

INITIATIVES = "initiatives.initiative"
FILE = (
    "titel;samenvatting;trekkers;partners;financiers;cijfers;bronnen\n"
    'Taalhuis;Zin;Bibliotheek Venlo;"Humanitas; Sociaal Wijkteam";;'
    '"bezoekers: zo’n 1500 (2016)\nkosten: € 12,50 per keer (2016) [jaarverslag]";jaarverslag\n'
)


@pytest.fixture
def names():
    LibraryFactory(name="Bibliotheek Venlo", slug="bibliotheek-venlo")
    PartnerFactory(name="Humanitas", slug="humanitas")
    PartnerFactory(name="Sociaal Wijkteam", slug="wijkteam")
    SourceFactory(slug="jaarverslag")


def roles():
    return sorted(Initiative.objects.get().participations.values_list("role", "organisation__slug"))


def test_a_row_brings_its_library_its_partners_its_figures_and_its_source(client, curator, names):
    run = bring_in(client, FILE, model=INITIATIVES)

    figures = list(Figure.objects.values_list("label", "qualifier", "value", "unit", "period", "source__slug"))
    assert run.state == "klaar", [row.problems for row in run.rows.all()]
    assert roles() == [("partner", "humanitas"), ("partner", "wijkteam"), ("trekker", "bibliotheek-venlo")]
    assert figures == [
        ("bezoekers", "zo’n", Decimal(1500), "", "2016", "jaarverslag"),
        ("kosten", "€", Decimal("12.5"), "per keer", "2016", "jaarverslag"),
    ]


def test_the_same_file_again_changes_nothing_and_turning_back_takes_all_of_it_away(client, curator, names):
    run = bring_in(client, FILE, model=INITIATIVES)
    again = upload(client, FILE, model=INITIATIVES)

    press(client, run, "terugdraaien")

    assert again.counts == {"gelijk": 1}
    assert (Initiative.objects.count(), Figure.objects.count()) == (0, 0)


def test_an_export_comes_back_without_a_change(tmp_path):
    example = InitiativeFactory()
    for label in ("bezoekers: nieuwe", "een (deel) van [alles]", "zonder"):
        FigureFactory(initiative=example, label=label, period="2014 (raming)", unit="% per (jaar)", qualifier="")
    for role in ("trekker", "partner", "financier"):
        ParticipationFactory(initiative=example, role=role)

    results = bring_in_file(export(tmp_path, Initiative, "xlsx"), Initiative, national_curator())

    assert told(results) == []


def test_what_stays_keeps_its_note_and_what_is_no_longer_in_the_cell_goes(client, curator, names):
    bring_in(client, FILE, model=INITIATIVES)
    example = Initiative.objects.get()
    example.participations.filter(organisation__slug="humanitas").update(note="Helpt.")
    example.figures.filter(label="bezoekers").update(note="Geteld.")
    changed = "titel;partners;cijfers\nTaalhuis;Humanitas;bezoekers: 1600 (2016) [jaarverslag]\n"

    run = bring_in(client, changed, model=INITIATIVES)

    assert run.counts == {"veranderd": 1}
    assert roles() == [("partner", "humanitas"), ("trekker", "bibliotheek-venlo")]
    assert example.participations.get(role="partner").note == "Helpt."
    assert list(Figure.objects.values_list("value", "note")) == [(Decimal(1600), "Geteld.")]


def test_a_figure_that_reads_two_ways_stays_what_it_was_beside_one_that_changes(client, curator, names):
    bring_in(client, FILE, model=INITIATIVES)
    example = Initiative.objects.get()
    example.figures.filter(label="bezoekers").update(qualifier="800 tot", value=900)
    cells = "bezoekers: 800 tot 900 (2016) [jaarverslag]\nkosten: € 13 per keer (2016) [jaarverslag]"

    bring_in(client, f'titel;cijfers\nTaalhuis;"{cells}"\n', model=INITIATIVES)

    figures = example.figures.values_list("qualifier", "value", "unit")
    assert list(figures) == [("800 tot", Decimal(900), ""), ("€", Decimal(13), "per keer")]


def test_a_line_that_is_no_figure_is_refused_with_how_to_write_it(client, curator, names):
    lines = {
        "veel bezoekers": "Schrijf het zo: wat: aantal eenheid (periode) [bron].",
        "bezoekers: 10": "Schrijf het zo",
        "bezoekers: 10 (2016)": "Zet achter ‘bezoekers: 10 (2016)’ tussen rechte haken de bron",
        "bezoekers: 10 (2016) [krant]": "‘krant’ bestaat niet als bron.",
        "bezoekers: 1.500 (2016) [jaarverslag]": "kan een duizendtal zijn of een breuk",
        f"{'x' * 201}: 1 (2016) [jaarverslag]": "200",
        "a: 1 (2016) [jaarverslag]\na: 2 (2016) [jaarverslag]": "‘a’ staat er twee keer voor 2016.",
    }
    rows = "".join(f'V{number};S;"{line}"\n' for number, line in enumerate(lines))

    run = upload(client, f"titel;samenvatting;cijfers\n{rows}", model=INITIATIVES)

    reasons = [row.problems[0][1] for row in run.rows.all()]
    assert [told for told, reason in zip(lines.values(), reasons, strict=True) if told not in reason] == []


def test_the_empty_sheet_explains_the_columns():
    explained = {field.column_name: field.widget.explained() for field in InitiativeResource().get_import_fields()}

    assert explained["partners"] == "wie meedoet: de namen, met een puntkomma ertussen"
    assert explained["cijfers"].startswith("een cijfer per regel van de cel, zo: wat: aantal eenheid (periode) [bron]")
