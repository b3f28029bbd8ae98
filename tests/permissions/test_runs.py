"""Imports are of who began them, and national curators look along; exports are of who asked for them alone."""

import pytest

from tests.permissions.asking import Asker, ask, client_of
from tests.permissions.staff_urls import STATE_FOR

pytestmark = pytest.mark.django_db


def run_path(world, kind, part):
    run = world.things[f"spreadsheets.{kind}"]
    return f"/beheer/spreadsheets/{kind}/{run.pk}/{part}"


def in_state(world, state):
    """The world, with its import at this step."""
    run = world.things["spreadsheets.importrun"]
    run.state, run.headers = state, ["slug"]
    run.save()
    return world


def statuses(world, hasty, role, method, paths, data=None):
    """What this role hears at each of these addresses."""
    asker = Asker(hasty(world.users[role]))
    return {path: asker.ask(method, path, data).status_code for path in paths}


@pytest.mark.parametrize(
    ("role", "expected"), [("curator_a", 404), ("curator_b", 200), ("national", 200), ("administrator", 200)]
)
def test_who_sees_an_import(world, hasty, role, expected):
    pages = [run_path(world, "importrun", part) for part in ("change/", "history/", "geweigerd/", "kolommen/")]

    found = statuses(in_state(world, "kolommen"), hasty, role, "GET", pages)

    assert found == dict.fromkeys(pages, expected)


@pytest.mark.parametrize(
    ("role", "expected"), [("curator_a", 404), ("curator_b", 200), ("national", 404), ("administrator", 404)]
)
def test_who_sees_an_export(world, hasty, role, expected):
    pages = [run_path(world, "exportrun", part) for part in ("change/", "history/", "bestand/")]

    found = statuses(world, hasty, role, "GET", pages)

    assert found == dict.fromkeys(pages, expected)


@pytest.mark.parametrize(("role", "expected"), [("curator_a", 404), ("curator_b", 302), ("national", 302)])
def test_who_takes_an_import_further(world, hasty, role, expected):
    found = {}

    for kind, state in STATE_FOR.items():
        page = run_path(world, "importrun", kind.removeprefix("<int:pk>/"))
        found |= statuses(in_state(world, state), hasty, role, "POST", [page], {"kolom-0": "titel"})

    assert len(found) == len(STATE_FOR)
    assert found == dict.fromkeys(found, expected)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("importrun", {"curator_a": 0, "curator_b": 1, "national": 1}),
        ("exportrun", {"curator_a": 0, "curator_b": 1, "national": 0}),
    ],
)
def test_a_list_shows_the_same(world, kind, expected):
    run, shown = run_path(world, kind, "change/"), {}

    for role in expected:
        response = ask(client_of(world.users[role]), "GET", f"/beheer/spreadsheets/{kind}/")
        shown[role] = response.content.decode().count(run)

    assert shown == expected


def test_a_saved_view_is_of_who_made_it(world):
    path = "/beheer/partners/library/"
    client_of(world.users["curator_b"]).post(f"{path}weergaven/", {"name": "Geheim plan", "query": "q=x"})

    client_of(world.users["curator_a"]).post(f"{path}weergaven/", {"forget": "Geheim plan"})
    others = client_of(world.users["curator_a"]).get(path).content.decode()

    assert "Geheim plan" not in others
    assert list(world.users["curator_b"].saved_views.values_list("name", flat=True)) == ["Geheim plan"]
