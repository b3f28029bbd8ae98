"""Imports are of who began them, and national curators look along; exports are of who asked for them alone."""

import pytest

from tests.permissions.asking import ask, client_of
from tests.permissions.staff_urls import STATE_FOR

pytestmark = pytest.mark.django_db
STEPS = sorted(step.removeprefix("<int:pk>/") for step in STATE_FOR)


def run_path(world, kind, part):
    run = world.things[f"spreadsheets.{kind}"]
    return f"/beheer/spreadsheets/{kind}/{run.pk}/{part}"


@pytest.mark.parametrize("part", ["change/", "history/", "geweigerd/", "kolommen/"])
@pytest.mark.parametrize(
    ("role", "expected"), [("curator_a", 404), ("curator_b", 200), ("national", 200), ("administrator", 200)]
)
def test_who_sees_an_import(world, part, role, expected):
    run = world.things["spreadsheets.importrun"]
    run.state, run.headers = "kolommen", ["slug"]
    run.save()

    response = ask(client_of(world.users[role]), "GET", run_path(world, "importrun", part))

    assert response.status_code == expected


@pytest.mark.parametrize("part", ["change/", "history/", "bestand/"])
@pytest.mark.parametrize(
    ("role", "expected"), [("curator_a", 404), ("curator_b", 200), ("national", 404), ("administrator", 404)]
)
def test_who_sees_an_export(world, part, role, expected):
    response = ask(client_of(world.users[role]), "GET", run_path(world, "exportrun", part))

    assert response.status_code == expected


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("role", "expected"), [("curator_a", 404), ("curator_b", 302), ("national", 302)])
def test_who_takes_an_import_further(world, step, role, expected):
    run = world.things["spreadsheets.importrun"]
    run.state, run.headers = STATE_FOR[f"<int:pk>/{step}"], ["slug"]
    run.save()

    response = ask(client_of(world.users[role]), "POST", run_path(world, "importrun", step), {"kolom-0": "titel"})

    assert response.status_code == expected


@pytest.mark.parametrize(("role", "shown"), [("curator_a", 0), ("curator_b", 1), ("national", 1)])
def test_the_list_of_imports_shows_the_same(world, role, shown):
    response = ask(client_of(world.users[role]), "GET", "/beheer/spreadsheets/importrun/")

    assert response.content.decode().count(run_path(world, "importrun", "change/")) == shown


@pytest.mark.parametrize(("role", "shown"), [("curator_a", 0), ("curator_b", 1), ("national", 0)])
def test_the_list_of_exports_shows_the_same(world, role, shown):
    response = ask(client_of(world.users[role]), "GET", "/beheer/spreadsheets/exportrun/")

    assert response.content.decode().count(run_path(world, "exportrun", "change/")) == shown


def test_a_saved_view_is_of_who_made_it(world):
    path = "/beheer/partners/library/"
    client_of(world.users["curator_b"]).post(f"{path}weergaven/", {"name": "Geheim plan", "query": "q=x"})

    client_of(world.users["curator_a"]).post(f"{path}weergaven/", {"forget": "Geheim plan"})
    others = client_of(world.users["curator_a"]).get(path).content.decode()

    assert "Geheim plan" not in others
    assert list(world.users["curator_b"].saved_views.values_list("name", flat=True)) == ["Geheim plan"]
