"""The same for meetings: whatever a curator does to one, its document is right when the answer comes."""

import pytest

from search.models import ChangedObject
from tests.documents import write_documents
from tests.event_factories import AppearanceFactory, EventFactory, EventRoleFactory, SessionFactory
from tests.factories import PartnerFactory, ThemeFactory
from tests.permissions.forms import add_path, change_path, typed
from tests.review_factories import publishable
from tests.role_factories import administrator
from tests.search.conftest import found_titles, stale_documents
from tests.search.test_no_stale_documents import curator
from tests.spreadsheets.import_runs import bring_in, press

__all__ = ["curator"]  # fixtures
pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LIST = "/beheer/events/event/"


@pytest.fixture
def event():
    """A published meeting with a programme, and its document."""
    event = EventFactory(title="Eerst", slug="eerst")
    EventRoleFactory(event=event)
    AppearanceFactory(event=event, session=SessionFactory(event=event))
    write_documents()
    return event


def meetings(text=""):
    """What is found of meetings, without writing any document."""
    assert stale_documents() == []
    assert ChangedObject.objects.count() == 0
    return sorted(found_titles(text, soort="bijeenkomst"))


def send(client, thing, values):
    path = change_path(thing)
    return client.post(path, typed(client, path, values)).status_code


def test_the_form_of_a_meeting(client, curator, event):
    theme = ThemeFactory(name="Bewegen")

    status = send(client, event, {"title": "Later", "themes": [theme.pk], "report": "Een slotverklaring."})

    assert (status, meetings("bewegen"), meetings("slotverklaring")) == (302, ["Later"], ["Later"])


def test_the_form_of_a_meeting_with_its_rows_below(client, curator, event):
    partner = PartnerFactory(name="UWV")
    rows = {"roles-TOTAL_FORMS": 2, "roles-1-organisation": partner.pk, "roles-1-role": "partner",
            "roles-1-event": event.pk, "days-TOTAL_FORMS": 1, "days-0-date": event.starts_on,
            "days-0-begins": "11:00", "days-0-event": event.pk}  # fmt: skip

    assert (send(client, event, rows), meetings("uwv")) == (302, ["Eerst"])


def test_the_form_of_a_session(client, curator, event):
    example = publishable(title="Koffieochtend")

    status = send(client, event.sessions.get(), {"angle": "Voor raadsleden", "initiatives": [example.pk]})

    assert (status, meetings("raadsleden"), meetings("koffieochtend")) == (302, ["Eerst"], ["Eerst"])


def test_the_form_of_a_speaker(client, curator, event):
    status = send(client, event.appearances.get().speaker, {"name": "Anna Bakker", "job_title": "Wethouder"})

    assert (status, meetings("anna bakker"), meetings("wethouder")) == (302, ["Eerst"], ["Eerst"])


def test_a_new_session(client, curator, event):
    path = add_path("events.session")
    values = {"event": event.pk, "title": "Slotgesprek", "slug": "slotgesprek"}

    response = client.post(path, typed(client, path, values))

    assert (response.status_code, meetings("slotgesprek")) == (302, ["Eerst"])


@pytest.mark.parametrize(
    ("action", "expected"),
    [("archive", []), ("announce_chosen", ["Concept", "Eerst"]), ("close_chosen", ["Concept", "Eerst"])],
)
def test_an_action_on_many(client, curator, event, action, expected):
    draft = EventFactory(title="Concept", state="concept")

    client.post(LIST, {"action": action, "_selected_action": [event.pk, draft.pk]})

    assert meetings() == expected


def test_archiving_an_example_that_it_shows(client, curator, event):
    example = publishable(title="Koffieochtend")
    event.initiatives.set([example])
    write_documents()
    before = meetings("koffieochtend")

    client.post("/beheer/initiatives/initiative/", {"action": "archive_chosen", "_selected_action": [example.pk]})

    assert (before, meetings("koffieochtend")) == (["Eerst"], [])


def test_deleting(client, event):
    client.force_login(administrator())
    loose = EventFactory(title="Los")
    write_documents()

    response = client.post(f"{LIST}{loose.pk}/delete/", {"post": "yes"})

    assert (response.status_code, meetings()) == (302, ["Eerst"])


def test_an_import_and_its_undoing(client, curator, event):
    run = bring_in(client, "slug;titel\neerst;Later\n", model="events.event")
    write_documents()
    imported = meetings()

    press(client, run, "terugdraaien")
    write_documents()

    assert (imported, meetings()) == (["Later"], ["Eerst"])
