"""Every row of every file was loaded, loading again changes nothing, and what is exported comes back as the same."""

import csv
from collections import Counter
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from bieb_netwerk.starter_content import LAYOUTS
from spreadsheets.actions import load_file
from spreadsheets.importing import Importer
from spreadsheets.tasks import export_rows
from tests.spreadsheets.round_trips import cells_in, sheet

pytestmark = pytest.mark.django_db

FILES = [name for name in LAYOUTS if (settings.DATA_DIR / name).exists()]


def model_of(name):
    return LAYOUTS[name]._meta.model


def rows_in_file(name):
    with open(settings.DATA_DIR / name, encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def exported_rows(name):
    """The header and all rows of an export in the layout of this file, as texts."""
    resource = LAYOUTS[name]()
    keys = list(model_of(name).objects.values_list("pk", flat=True))
    return [resource.columns, *export_rows(resource, keys)]


def brought_in(name, cells):
    """How many rows are new, changed, unchanged and refused; the first are the names of the columns."""
    columns, *rows = cells
    lines = [dict(zip(columns, row, strict=False)) for row in rows]  # empty cells at the end are left out
    return Counter(result.outcome for result in Importer(LAYOUTS[name](), columns).run(enumerate(lines, 2)))


def test_every_row_of_every_file_is_a_row_of_its_own():
    assert {name: model_of(name).objects.count() for name in FILES} == {name: rows_in_file(name) for name in FILES}


def test_a_second_run_of_the_command_loads_nothing():
    out = StringIO()

    call_command("load_content", stdout=out)

    assert out.getvalue() == ""


def test_loading_a_file_a_second_time_changes_nothing():
    told = {name: load_file(path=settings.DATA_DIR / name, resource=LAYOUTS[name]()) for name in FILES}

    assert told == {name: Counter(gelijk=model_of(name).objects.count()) for name in FILES}


def test_what_is_exported_is_imported_as_the_same(tmp_path):
    """One sheet of all lists for the other kinds: a cell does not know which list it is in."""
    written, read, told = [], [], {}
    for name in LAYOUTS:
        rows = exported_rows(name)
        cells = cells_in(sheet(tmp_path, "csv", rows))
        told[name] = brought_in(name, cells)
        written += rows
        read += cells

    of_kind = {kind: cells_in(sheet(tmp_path, kind, written)) for kind in ("xlsx", "ods")}

    assert told == {name: Counter(gelijk=model_of(name).objects.count()) for name in LAYOUTS}
    assert [pair for pair in zip(read, of_kind["xlsx"], strict=True) if pair[0] != pair[1]] == []
    assert [pair for pair in zip(read, of_kind["ods"], strict=True) if pair[0] != pair[1]] == []
