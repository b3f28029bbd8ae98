"""The address of an online meeting is for who has a place and who organises it; other curators find it nowhere."""

import pytest
from django.apps import apps

from curation.links import url_fields
from events.models import Event
from events.resources import EventResource
from spreadsheets.importing import Importer
from spreadsheets.tasks import export_rows
from tests.permissions.asking import client_of
from tests.permissions.forms import change_path, form_data
from tests.permissions.levels import OWNERS
from tests.permissions.world import make_world

pytestmark = pytest.mark.django_db
SECRET = "https://vergader.voorbeeld.nl/geheim"
CURATORS = ["curator_a", "curator_b", "national", "administrator"]


@pytest.fixture
def world():
    """Everything of province B, with a meeting of which the online address was set and changed."""
    world = make_world()
    world.event = world.things["events.event"]
    for address in (f"{SECRET}-eerst", SECRET):
        world.event.online_address = address
        world.event.save()
    return world


def test_every_private_field_is_a_field():
    private = {
        f"{model._meta.label}.{name}" for model in apps.get_models() for name in getattr(model, "PRIVATE_FIELDS", ())
    }

    of_events = {"online_address", "online_note", "on_site_note"}  # what only who has a place reads
    assert {name for name in private if name.startswith("events.Event.")} == {
        f"events.Event.{name}" for name in of_events
    }
    assert private & {f"{field.model._meta.label}.{field.name}" for field in url_fields()} == set()


def test_no_page_shows_it_to_who_may_not_change_the_meeting(world):
    form = change_path(world.event)
    is_shown_there = {"change/": True, "history/": True, "overzicht/": False}
    surprises = []

    for role in CURATORS:
        client = client_of(world.users[role])
        for below, is_there in is_shown_there.items():
            is_shown = SECRET in client.get(form.replace("change/", below)).content.decode()
            if is_shown != (role in OWNERS and is_there):
                surprises.append(f"{role} {below}: {is_shown}")

    assert surprises == []


def test_the_history_says_that_it_changed_but_not_into_what(world):
    page = client_of(world.users["curator_a"]).get(change_path(world.event).replace("change/", "history/"))

    text = page.content.decode()
    assert ("ink voor online" in text, "alleen te zien voor wie dit mag veranderen" in text) == (True, True)


def test_the_form_of_who_may_still_saves_it(world):
    client, path = client_of(world.users["curator_b"]), change_path(world.event)
    data = form_data(client.get(path)) | {"online_address": f"{SECRET}-nieuw"}

    response = client.post(path, data)

    assert response.status_code == 302
    assert Event.objects.get(pk=world.event.pk).online_address == f"{SECRET}-nieuw"


def test_an_export_leaves_it_out(world):
    column = EventResource().columns.index("link_online")
    told = {
        role: [row[column] for row in export_rows(EventResource(), [world.event.pk], world.users[role])]
        for role in CURATORS
    }

    assert told == {role: [SECRET if role in OWNERS else ""] for role in CURATORS}


def test_a_file_does_not_tell_whether_it_guessed_right(world):
    outcomes = {}

    for guess in ("", SECRET, "https://anders.voorbeeld.nl/"):
        row = {"slug": world.event.slug, "link_online": guess}
        [result] = Importer(EventResource(), row, user=world.users["curator_a"]).run([(2, row)])
        outcomes[guess] = (result.outcome, result.changes, result.problems)

    assert list(outcomes.values()) == [("gelijk", [], [])] * 3
    assert Event.objects.get(pk=world.event.pk).online_address == SECRET


def test_lists_and_searching_do_not_tell_it_by_what_they_leave_out(world):
    client, title = client_of(world.users["curator_a"]), world.event.title
    asked = {
        "narrowed": ("/beheer/events/event/", {"online_address__startswith": SECRET[:12]}),
        "searched": ("/beheer/events/event/", {"q": "geheim"}),
        "narrowed by part": ("/beheer/events/session/", {"event__online_address__startswith": SECRET[:12]}),
        "searched everywhere": ("/beheer/search/", {"s": "geheim"}),
        "on the site": ("/zoeken/", {"q": "geheim"}),
        "chosen": (
            "/beheer/autocomplete/",
            {"app_label": "events", "model_name": "session", "field_name": "event", "term": "geheim"},
        ),
    }

    found = {name: client.get(path, query) for name, (path, query) in asked.items()}

    assert [name for name, page in found.items() if page.status_code == 200 and title in page.content.decode()] == []
