"""A spreadsheet of ten thousand rows: read and checked, confirmed, brought in again, and turned back."""

import random

import pytest
from django.core.files import File

from bench.conftest import COUNT, stopwatch
from initiatives.resources import InitiativeResource
from spreadsheets.models import ImportRun
from spreadsheets.runs import check_run, read_run, undo_run, write_run
from spreadsheets.writing import write_sheet
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.role_factories import administrator

pytestmark = pytest.mark.django_db(transaction=True)
State = ImportRun.State


def sheet(path, kind, title):
    """Rows with all columns: two themes, two places and some long texts each."""
    columns = InitiativeResource().columns
    themes, places = (
        [f"thema-{n}" for n in range(24)],
        [f"GM{n:04}" for n in range(300)],
    )
    with path.open("wb") as file:
        write_sheet(
            file,
            kind,
            columns,
            (row(columns, n, title, themes, places) for n in range(COUNT)),
        )
    return path


def row(columns, n, title, themes, places):
    chosen = random.Random(n)  # noqa: S311 the same rows every time
    values = {
        "slug": f"meting-{n}",
        "titel": f"{title} {n}",
        "samenvatting": "Een verzonnen voorbeeld voor een meting.",
        "themas": " | ".join(chosen.sample(themes, 2)),
        "gemeenten": " | ".join(chosen.sample(places, 2)),
        "landelijk": "nee",
        "voorpagina": "nee",
        "publicatie": "concept",
        "fase": "lopend",
        "jaar": "2024",
    }
    long = dict.fromkeys(
        ("aanleiding", "doel", "aanpak", "resultaten", "lessen"),
        f"Verzonnen tekst {n} " * 20,
    )
    return [(values | long).get(name, "") for name in columns]


def run_of(user, path):
    run = ImportRun(user=user, model="initiatives.initiative", file_name=path.name)
    with path.open("rb") as file:
        run.file.save(path.name, File(file))
    return run


def write(run):
    run.state = State.WRITING
    write_run(run)
    assert run.state == State.DONE, (run.problem, run.notices)


@pytest.mark.parametrize("kind", ["xlsx", "csv", "ods"])
def test_ten_thousand_rows(tmp_path, settings, kind):
    settings.MEDIA_ROOT = tmp_path
    for n in range(24):
        ThemeFactory(slug=f"thema-{n}")
    for n in range(300):
        MunicipalityFactory(cbs_code=f"GM{n:04}", slug=f"plaats-{n}")
    user = administrator()
    new, changed = (
        sheet(tmp_path / f"nieuw.{kind}", kind, "Meting"),
        sheet(tmp_path / f"anders.{kind}", kind, "Andere"),
    )

    run = run_of(user, new)
    with stopwatch(f"{kind}: lezen en controleren, alles nieuw"):
        read_run(run)
    assert run.counts == {"nieuw": COUNT}, (run.state, run.problem, run.counts)
    with stopwatch(f"{kind}: opslaan, alles nieuw"):
        write(run)
    again = run_of(user, changed)
    with stopwatch(f"{kind}: lezen en controleren, alles veranderd"):
        read_run(again)
    with stopwatch(f"{kind}: opslaan, alles veranderd"):
        write(again)
    with stopwatch(f"{kind}: nog eens controleren, alles gelijk"):
        again.state = State.CHECKING
        check_run(again)
    assert again.counts == {"gelijk": COUNT}
    for each in (again, run):
        with stopwatch(f"{kind}: terugdraaien"):
            each.state = State.UNDOING
            undo_run(each, by=user)


def test_two_rows_beside_ten_thousand(tmp_path, settings, entries):
    settings.MEDIA_ROOT = tmp_path
    path = tmp_path / "twee.csv"
    path.write_text("titel;samenvatting\nMeting 5;Anders.\nEen nieuwe;Verzonnen.\n")
    run = run_of(administrator(), path)
    with stopwatch(f"twee rijen naast {COUNT}: lezen en controleren"):
        read_run(run)
    assert run.counts == {"veranderd": 1, "nieuw": 1}, (
        run.state,
        run.problem,
        run.counts,
    )
    with stopwatch(f"twee rijen naast {COUNT}: opslaan"):
        write(run)
