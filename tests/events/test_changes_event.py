"""Whatever changes a day or a part of the programme changes the event, so that calendars take it over."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from events.models import Event, EventDay, Session
from tests.event_factories import EventDayFactory, SessionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LONG_AGO = timezone.now() - timedelta(days=2)


def test_every_write_of_a_day_or_session_changes_its_event():
    session = SessionFactory()
    other = SessionFactory().event
    day = EventDayFactory(event=session.event)
    sessions, days = Session.objects.filter(pk=session.pk), EventDay.objects.filter(pk=day.pk)
    writes = {
        "many at once": lambda: sessions.update(begins=time(10)),
        "many made": lambda: Session.objects.bulk_create([Session(event=session.event, slug="nieuw", title="Nieuw")]),
        "a day deleted": lambda: days._raw_delete(days.db),
        "a session deleted": lambda: Session.objects.filter(slug="nieuw")._raw_delete("default"),
        "to another event": lambda: sessions.update(event=other),
    }
    wrong = []

    for name, write in writes.items():
        Event.objects.update(updated_at=LONG_AGO)
        write()
        changed = set(Event.objects.exclude(updated_at=LONG_AGO).values_list("pk", flat=True))
        expected = {session.event.pk}
        if name == "to another event":
            expected.add(other.pk)
        wrong += [] if changed == expected else [name]

    assert wrong == []
