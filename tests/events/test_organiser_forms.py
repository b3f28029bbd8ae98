"""The forms of events and sessions: what hangs under them, and whose they become."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from events.models import Appearance, Event, EventPhoto, Session
from tests.event_factories import AppearanceFactory, SessionChoiceFactory, SessionFactory, SpeakerFactory
from tests.events.organisers import organised_event, organiser_of
from tests.factories import LibraryFactory, ProvinceFactory
from tests.role_factories import province_curator

pytestmark = pytest.mark.django_db
PARTS = ["days", "roles", "appearances", "price_tiers", "questions", "photos"]
EVENT = {
    "title": "Jaarcongres", "slug": "jaarcongres", "summary": "Een dag.", "kind": "conferentie", "state": "concept",
    "starts_on": "2027-06-18", "ends_on": "2027-06-18", "attendance": "op-locatie", "offer_hours": "48",
    "most_guests": "0", "reminder_days": "3", "keep_days": "90", "organiser_mail": "dagelijks",
}  # fmt: skip


def rows(name, *values, there=0):
    """What a browser sends of the rows in a form."""
    sent = {f"{name}-TOTAL_FORMS": len(values), f"{name}-INITIAL_FORMS": there}
    for number, row in enumerate(values):
        sent |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return sent


def no_rows(*names):
    return {name: value for each in names for name, value in rows(each).items()}


def send(client, name, values, *arguments):
    return client.post(reverse(f"admin:events_{name}", args=arguments), values)


@pytest.fixture
def library(client):
    library = LibraryFactory(province=ProvinceFactory())
    client.force_login(province_curator(library.province))
    return library


def test_a_curator_adds_an_event_of_their_province(client, library):
    roles = rows("roles", {"organisation": library.pk, "role": "organisator"})
    days = rows("days", {"date": "2027-06-18", "begins": "10:00", "ends": "16:30"})

    answer = send(client, "event_add", EVENT | no_rows(*PARTS) | roles | days)

    event = Event.objects.get()
    assert (answer.status_code, event.roles.get().organisation_id, event.days.count()) == (302, library.pk, 1)


def test_an_event_of_nobody_is_taken_back(client, library):
    answer = send(client, "event_add", EVENT | no_rows(*PARTS))

    assert "Dit hoort dan niet bij een provincie waar jij curator van bent." in answer.content.decode()
    assert Event.objects.count() == 0


WRONG = [
    ({"slug": "maand"}, "Dit kenmerk is al het adres van een andere pagina."),
    ({"ends_on": "2027-06-17"}, "De laatste dag kan niet voor de eerste dag liggen."),
    ({"starts_on": "1200-01-01"}, "Een bijeenkomst is tussen 1950 en 2100."),
    ({"capacity": "0"}, "Geef minstens één plek"),
    ({"capacity": "9" * 30}, "errorlist"),
    ({"edition": "2"}, "hoort bij een reeks"),
    ({"state": "vol"}, "errorlist"),
    ({"title": "a" * 10_000}, "errorlist"),
]


def test_a_wrong_event_is_explained(client, library):
    right = EVENT | no_rows(*PARTS) | rows("roles", {"organisation": library.pk, "role": "organisator"})
    unexplained = []

    for wrong, sentence in WRONG:
        answer = send(client, "event_add", right | wrong)
        if answer.status_code != 200 or sentence not in answer.content.decode():
            unexplained.append((wrong, sentence))

    assert unexplained == []
    assert Event.objects.count() == 0


def test_a_photo_is_written_anew(client):
    event = organised_event()
    client.force_login(organiser_of(event))
    exif = Image.Exif()
    exif[0x010F] = "Geheime camera"
    file = BytesIO()
    Image.new("RGB", (40, 30)).save(file, "JPEG", exif=exif)
    values = {"event": event.pk, "alt_text": "Een zaal", "credit": "Noor", "position": 0}

    send(client, "eventphoto_add", values | {"image": SimpleUploadedFile("zaal.jpg", file.getvalue())})

    photo = EventPhoto.objects.get()
    with photo.image.open() as stored:
        assert b"Geheime camera" not in stored.read()


SESSION = {"title": "Opening", "slug": "opening", "kind": "plenair", "position": "0"}


@pytest.fixture
def event(client):
    event = organised_event()
    client.force_login(organiser_of(event))
    return event


def test_who_speaks_in_a_session_speaks_at_its_event(client, event):
    speaker = SpeakerFactory()
    speaks = rows("appearances", {"speaker": speaker.pk, "role": "spreker", "position": "0"})

    send(client, "session_add", SESSION | {"event": event.pk} | speaks)

    appearance = Appearance.objects.get()
    assert (appearance.event, appearance.session, appearance.speaker) == (event, Session.objects.get(), speaker)


def test_who_speaks_moves_along_with_the_session(client, event):
    other = organised_event()
    other.roles.update(organisation=event.roles.get().organisation)
    session = SessionFactory(event=event)
    appearance = AppearanceFactory(event=event, session=session)
    row = {
        "id": appearance.pk,
        "session": session.pk,
        "speaker": appearance.speaker_id,
        "role": "spreker",
        "position": 0,
    }

    send(client, "session_change", SESSION | {"event": other.pk} | rows("appearances", row, there=1), session.pk)

    assert Appearance.objects.get().event == other


def test_the_same_role_twice_is_explained(client, event):
    row = {"speaker": SpeakerFactory().pk, "role": "spreker", "position": "0"}

    answer = send(client, "session_add", SESSION | {"event": event.pk} | rows("appearances", row, row))

    assert "Deze persoon staat er twee keer met dezelfde rol." in answer.content.decode()
    assert Session.objects.count() == 0


def test_a_session_that_somebody_chose_keeps_its_round_here_too(client, event):
    session = SessionChoiceFactory(registration__booking__event=event).session
    values = SESSION | {"event": event.pk, "kind": "deelsessie", "round": "2"} | no_rows("appearances")

    answer = send(client, "session_change", values, session.pk)

    assert "de soort en de ronde blijven" in answer.content.decode()
    assert Session.objects.get().round == 1


def test_a_session_of_another_event_is_not_theirs(client, event):
    session = SessionFactory(event=organised_event())

    assert (
        send(client, "session_change", SESSION | {"event": event.pk} | no_rows("appearances"), session.pk).status_code
        == 403
    )


def test_the_list_of_events_is_filtered(client, event):
    today = timezone.localdate()
    passed = organised_event(starts_on=today - timedelta(days=9))
    expected = {
        "": {event, passed},
        "?wanneer=komend": {event},
        "?wanneer=voorbij": {passed},
        "?wanneer=onzin": {event, passed},
        "?van=mij": {event},
        "?state__exact=open": {event, passed},
    }

    lists = {query: client.get(f"/beheer/events/event/{query}").context["cl"].queryset for query in expected}

    assert {query: set(found) for query, found in lists.items()} == expected


def test_the_form_leads_to_the_pages_of_the_organiser(client, event):
    other = organised_event()

    own, foreign = (
        client.get(reverse("admin:events_event_change", args=[each.pk])).content.decode() for each in (event, other)
    )

    address = "/overzicht/"
    assert (address in own, address in foreign) == (True, False)
