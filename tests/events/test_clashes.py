"""One person or one room in two places at a time."""

from datetime import date, time

import pytest

from events.clashes import clashes
from events.models import Event
from tests.event_factories import (
    AppearanceFactory,
    EventFactory,
    ParallelSessionFactory,
    SessionFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2027, 6, 18)


def session(event, title, begins, ends, **more):
    return SessionFactory(event=event, title=title, date=DAY, begins=time(begins), ends=time(ends), **more)


def warnings(event):
    return clashes(Event.objects.for_page().get(pk=event.pk))


def test_a_person_in_two_sessions_at_a_time_is_a_clash():
    event, speaker = EventFactory(), SpeakerFactory(name="Lydia")
    for each in (session(event, "Een", 10, 12), session(event, "Twee", 11, 13)):
        AppearanceFactory(event=event, session=each, speaker=speaker, is_still_to_ask=each.title == "Twee")

    assert warnings(event) == ["Lydia staat tegelijk bij ‘Een’ en ‘Twee’ (10.00–12.00 uur en 11.00–13.00 uur)."]


def test_a_room_for_two_sessions_at_a_time_is_a_clash_however_it_is_written():
    event = EventFactory()
    session(event, "Een", 10, 12, room="Zaal 1 ")
    session(event, "Twee", 11, 13, room="zaal  1")
    for room in ("2b", "grote zaal"):
        session(event, f"Drie {room}", 14, 15, room=room)
        session(event, f"Vier {room}", 14, 15, room=room)

    assert [warning.split(" is tegelijk")[0] for warning in warnings(event)] == ["Zaal 1", "Zaal 2b", "Grote zaal"]


def test_without_a_day_the_session_is_on_the_day_of_the_meeting():
    one_day = EventFactory(starts_on=DAY, ends_on=DAY)
    two_days = EventFactory(starts_on=DAY, ends_on=date(2027, 6, 19))
    for event in (one_day, two_days):
        speaker = SpeakerFactory(name="Lydia")
        for room in ("Zaal 1", "zaal 1"):
            one = SessionFactory(event=event, title=room, begins=time(13), ends=time(14), room=room)
            AppearanceFactory(event=event, session=one, speaker=speaker)

    assert len(warnings(one_day)) == 2
    assert warnings(two_days) == ["Vul de dag in bij ‘Zaal 1’ en ‘zaal 1’. Zonder dag zien we niet wat er tegelijk is."]


def test_sessions_of_one_round_are_at_the_same_time_also_where_no_hours_are_known():
    event = EventFactory(starts_on=DAY, ends_on=date(2027, 6, 19))
    for title in ("Een", "Twee"):
        ParallelSessionFactory(event=event, title=title, room="Zaal 1", round=2)

    assert warnings(event) == ["Zaal 1 is tegelijk voor ‘Een (Zaal 1)’ en ‘Twee (Zaal 1)’ (ronde 2)."]


def test_one_after_the_other_is_no_clash():
    event, speaker = EventFactory(), SpeakerFactory()
    for begins in (11, 10, 12):  # whichever of two was made first
        one = session(event, f"Om {begins}", begins, begins + 1, room="A")
        AppearanceFactory(event=event, session=one, speaker=speaker)

    assert warnings(event) == []


def test_two_roles_in_one_session_are_no_clash():
    event, speaker = EventFactory(), SpeakerFactory()
    one = session(event, "Een", 10, 11)
    for role in ("spreker", "moderator"):
        AppearanceFactory(event=event, session=one, speaker=speaker, role=role)

    assert warnings(event) == []


def test_sessions_without_hours_or_room_clash_with_nothing():
    event = EventFactory()
    SessionFactory.create_batch(2, event=event, room="A")
    session(event, "Een", 10, 11)
    session(event, "Twee", 10, 11)

    assert warnings(event) == []
