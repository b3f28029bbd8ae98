"""Files and rows of imports and exports go after their term; what was imported stays, and can still be undone."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from sources.models import Source
from spreadsheets.models import ExportRun, ImportRow, ImportRun
from spreadsheets.retention import forget_exports, forget_imports
from spreadsheets.tasks import make_export
from tests.factories import SourceFactory
from tests.spreadsheets.import_runs import bring_in, page, press, upload

pytestmark = pytest.mark.django_db
FILE = "slug;titel;soort\na;A;wet\n"


def forget_after(model, days):
    model.objects.update(created_at=timezone.now() - timedelta(days=days))
    for forget in (forget_imports, forget_exports):
        forget(now=timezone.now())


def files(folder):
    return [path.name for path in Path(settings.MEDIA_ROOT, folder).glob("*")]


def test_an_import_of_yesterday_keeps_file_and_rows(client, curator):
    upload(client, FILE)

    forget_after(ImportRun, 89)

    assert (files("imports"), ImportRow.objects.count()) == (["bronnen.csv"], 1)


def test_file_rows_and_examples_of_an_old_import_go(client, curator):
    upload(client, FILE)

    forget_after(ImportRun, 91)

    assert (files("imports"), ImportRow.objects.count()) == ([], 0)
    assert ImportRun.objects.get().sample == []


def test_what_an_old_import_brought_stays(client, curator):
    run = bring_in(client, FILE)

    forget_after(ImportRun, 91)

    assert Source.objects.get().title == "A"
    assert "Opgeslagen" in page(client, run)


def test_an_old_import_that_waits_says_that_its_file_is_gone(client, curator):
    run = upload(client, FILE)
    forget_after(ImportRun, 91)

    press(client, run, "opnieuw")

    assert run.state == "geweigerd"
    assert "Er ging iets mis" not in page(client, run)


@pytest.mark.parametrize(("days", "left"), [(6, 1), (8, 0)])
def test_an_export_goes_after_a_week_with_its_file(client, curator, days, left):
    run = ExportRun.objects.create(user=curator, model="sources.source", kind="csv", keys=[SourceFactory().pk])
    make_export(run_id=run.pk)

    forget_after(ExportRun, days)

    assert (ExportRun.objects.count(), len(files("exports"))) == (left, left)


def test_an_export_for_which_nothing_was_chosen_goes_too(curator):
    ExportRun.objects.create(user=curator, model="sources.source", keys=[])

    forget_after(ExportRun, 8)

    assert ExportRun.objects.count() == 0


def test_forgetting_twice_is_no_error(client, curator):
    upload(client, FILE)
    forget_after(ImportRun, 91)

    forget_after(ImportRun, 91)

    assert ImportRun.objects.count() == 1
