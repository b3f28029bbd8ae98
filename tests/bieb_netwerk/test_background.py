"""Work by the clock: when it is done."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from procrastinate.contrib.django import app

# what people are mailed, at the hours that docs/operations.md promises; a Monday is day 0
HOURS = {
    "desk.tasks.mail_what_waits": {(day, "07:00") for day in range(5)},
    "events.tasks.remind_attendees": {(day, "09:00") for day in range(7)},
    "events.tasks.tell_organisers_daily": {(day, "08:00") for day in range(7)},
    "initiatives.tasks.ask_owners": {(0, "08:00")},
}


def hours_of(task):
    """``(day of the week, time)`` of every moment in a year at which this task is done, as our clocks say it."""
    moments = app.periodic_registry.periodic_tasks[task, ""].croniter
    zone = ZoneInfo(settings.TIME_ZONE)
    moment, end = datetime(2026, 1, 1, tzinfo=zone), datetime(2027, 1, 1, tzinfo=zone)
    hours = set()
    while moment < end:
        moment = datetime.fromtimestamp(moments.get_next(ret_type=float, start_time=moment.timestamp()), tz=zone)
        hours.add((moment.weekday(), f"{moment:%H:%M}"))
    return hours


def test_mail_by_the_clock_goes_at_dutch_hours_in_summer_and_winter():
    assert {task: hours_of(task) for task in HOURS} == HOURS


def test_lost_work_is_picked_up_before_what_waits_in_the_queue():
    first = app.tasks["curation.tasks.pick_up_lost_work"]
    others = [task for task in app.tasks.values() if task is not first]

    assert [task.name for task in others if task.priority >= first.priority] == []
