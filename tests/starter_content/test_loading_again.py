"""Loading twice changes nothing, and what is written as CSV is read back as the same."""

from collections import Counter
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from bieb_netwerk.starter_content import LAYOUTS
from spreadsheets.actions import load_file
from spreadsheets.importing import Importer
from spreadsheets.sandbox import read_sheet
from spreadsheets.tasks import export_rows
from spreadsheets.writing import write_sheet

pytestmark = pytest.mark.django_db

FILES = [name for name in LAYOUTS if (settings.DATA_DIR / name).exists()]


def unchanged(model):
    return Counter(gelijk=model.objects.count())


def test_the_command_told_every_file_and_only_of_new_rows(loaded):
    models = [LAYOUTS[name]._meta.model for name in FILES]

    assert loaded == [
        f"{name}: {model.objects.count()} nieuw, 0 veranderd, 0 gelijk"
        for name, model in zip(FILES, models, strict=True)
    ]


def test_a_second_run_of_the_command_loads_nothing():
    out = StringIO()

    call_command("load_content", stdout=out)

    assert out.getvalue() == ""


@pytest.mark.parametrize("name", FILES)
def test_loading_a_file_a_second_time_changes_nothing(name):
    resource = LAYOUTS[name]()

    counts = load_file(path=settings.DATA_DIR / name, resource=resource)

    assert counts == unchanged(resource._meta.model)


@pytest.mark.parametrize("kind", ["csv", "ods", "xlsx"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_what_is_exported_is_imported_as_the_same(name, kind, tmp_path):
    resource, path = LAYOUTS[name](), tmp_path / f"export.{kind}"
    keys = list(resource._meta.model.objects.values_list("pk", flat=True))
    with path.open("wb") as file:
        write_sheet(file, kind, resource.columns, export_rows(resource, keys))

    (_, columns), *rows = [(row.line, row.cells) for row in read_sheet(path)]
    read = ((line, dict(zip(columns, cells, strict=False))) for line, cells in rows)  # empty cells at the end are left
    results = list(Importer(LAYOUTS[name](), columns).run(read))

    assert Counter(result.outcome for result in results) == unchanged(resource._meta.model)
