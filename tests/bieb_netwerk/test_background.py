"""Work by the clock: when it is done, and what it clears away."""

import os
import time
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from procrastinate.contrib.django import app

from bieb_netwerk.storage import HALF, HALF_FOR
from bieb_netwerk.tasks import forget_half_files

# what people are mailed, at the hours that docs/operations.md promises; a Monday is day 0
HOURS = {
    "events.tasks.remind_attendees": {(day, "09:00") for day in range(7)},
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


def test_files_that_nobody_finished_go_after_a_day():
    whole = default_storage.path(default_storage.save("heel.txt", ContentFile(b"heel")))
    old, fresh = [default_storage.path(f"{HALF}{name}") for name in ("oud", "nieuw")]
    for path in (old, fresh):
        with open(path, "wb") as half:
            half.write(b"half")
    for path in (whole, old):
        os.utime(path, (time.time() - HALF_FOR - 1,) * 2)

    forget_half_files(timestamp=0)

    assert [os.path.exists(path) for path in (whole, old, fresh)] == [True, False, True]
