"""Sessions with the same title are told apart everywhere: by angle, by who moderates, else by room."""

import pytest

from events.models import Session
from mail.models import OutgoingMail
from tests.event_factories import (
    AppearanceFactory,
    EventFactory,
    ParallelSessionFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events import forms
from tests.events.booking import book_people, person, verified
from tests.events.organisers import organised_event, organiser_of, page
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
LED = "Schulden (Wil Wit)"


def led_session(event, **fields):
    """A session that only differs from another of its name in who moderates it."""
    session = ParallelSessionFactory(event=event, title="Schulden", **fields)
    for role, name in (("spreker", "Sam Spreker"), ("moderator", "Wil Wit")):
        AppearanceFactory(event=event, session=session, role=role, speaker__name=name)
    AppearanceFactory(event=event, session=session, role="moderator", is_still_to_ask=True)
    return session


def test_the_label_says_angle_else_moderator_else_room():
    event = EventFactory()
    led_session(event, position=1, room="Zaal 1")
    led_session(event, position=2, angle="Jongeren")
    ParallelSessionFactory(event=event, title="Schulden", position=3, room="Zaal 2")
    sessions = Session.objects.order_by("position")

    expected = [LED, "Schulden (Jongeren)", "Schulden (Zaal 2)"]
    assert [session.label for session in sessions] == expected
    assert [session.label for session in sessions.with_labels()] == expected


def test_every_page_mail_and_list_says_who_moderates(client):
    event = organised_event()
    session = led_session(event)
    choice = {"p0-round_1": str(session.pk)}
    asked = client.get(forms.address(event)).content.decode()
    checked = forms.check(client, event, forms.form(forms.person(0), **choice)).content.decode()
    verified(book_people(event, person(sessions=(session,))))
    client.force_login(organiser_of(event))
    lists = [client.get(page(event, name)).content.decode() for name in ("attendees", "mailing", "overview")]

    assert ["Met Wil Wit" in shown for shown in (asked, checked)] == [True, True]
    assert [LED in shown for shown in lists] == [True] * 3
    assert LED in OutgoingMail.objects.latest("pk").body


def test_labels_of_a_list_cost_the_same_with_1_and_3(client):
    event = organised_event()
    session = led_session(event)
    client.force_login(organiser_of(event))
    counts = []
    for size in (1, 2):
        for registration in RegistrationFactory.create_batch(size, booking__event=event):
            SessionChoiceFactory(registration=registration, session=session)
        counts.append(number_of_queries(lambda: client.get(page(event, "attendees"))))

    assert counts[0] == counts[1]
