"""The meeting as an iCalendar file for one person: the days, and the sessions that they go to.

People share their calendar: a file holds no link that is only for one person. What went out before and is no longer so
stays in it as cancelled, since a calendar that read it takes it out only then.
"""

import icalendar

from wording.markup import without_marks

from .calendars import (
    CANCELLED,
    CONFIRMED,
    TENTATIVE,
    VERSION,
    add_days,
    add_entry,
    add_version,
    new_calendar,
    status_of,
)
from .choices import Attendance
from .days import Stretch
from .links import event_address
from .models import Place
from .wording import ONLINE_PLACE, where_for

# what a program does with a file (RFC 5546)
PUBLISH = "PUBLISH"
CANCEL = "CANCEL"
WAITING = (Place.WAITING, Place.OFFERED)
ONLINE = "Je doet online mee. De link staat in je mail en op je eigen pagina."


def personal_calendar(registration, sent):
    """The event, and with a place the sessions too that have hours; ``sent`` are the entries of before, as texts."""
    event = registration.event
    calendar = new_calendar(event.title)
    calendar.add("method", method_for(registration))
    uid = f"aanmelding-{registration.pk}"
    status = status_of_place(registration)
    changed_at = changed_at_for(registration)
    online = ""
    if status == CONFIRMED and registration.comes_online:
        online = ONLINE
    place = where_for(registration)
    entry = {"status": status, "changed_at": changed_at, "place": place}
    add_days(calendar, event, uid, url=event_address(event), note=online, **entry)
    for session in sessions_of(registration):
        uid_of_session = f"{uid}-onderdeel-{session.pk}"
        add_session(calendar, session, event, uid=uid_of_session, **entry)
    follow_up(calendar, sent, changed_at)
    return calendar


def method_for(registration):
    """What a program does with the file of somebody: take everything out, or take it over."""
    if status_of_place(registration) == CANCELLED:
        return CANCEL
    return PUBLISH


def status_of_place(registration):
    """Whether somebody comes to it."""
    status = status_of(registration.event)
    if registration.place == Place.CONFIRMED:
        return status
    if registration.place in WAITING and status == CONFIRMED:
        return TENTATIVE
    return CANCELLED


def changed_at_for(registration):
    """When the file of somebody last became different: with the event, or with a step of their own."""
    moments = [registration.event.updated_at, registration.registered_at]
    last_step = registration.steps.last()
    if last_step:
        moments.append(last_step.taken_at)
    return max(moments)


def sessions_of(registration):
    """What somebody with a place goes to and of which the hour is known: what is for everybody, and what they chose."""
    if registration.place != Place.CONFIRMED:
        return []
    sessions = list(registration.event.sessions.filter(round=None))
    for choice in registration.session_choices.all():
        if choice.place == Place.CONFIRMED:
            sessions.append(choice.session)
    return [session for session in sessions if hours_of(session, registration.event)]


def hours_of(session, event):
    """When a session is, ``None`` where its day or hour is not known; on a single day it is that day."""
    date = session.date
    if date is None and event.starts_on == event.ends_on:
        date = event.starts_on
    if date is None or session.begins is None or event.date_note:
        return None
    return Stretch(date, date, session.begins, session.ends)


def add_session(
    calendar,
    session,
    event,
    *,
    uid,
    place,
    status,
    changed_at,
):
    """A session of which the hours are known, for who goes to it."""
    url = event_address(event)
    is_elsewhere = place == ONLINE_PLACE and event.attendance == Attendance.HYBRID
    if session.room and not is_elsewhere:
        place = f"{session.room}, {place}".removesuffix(", ")
    add_entry(
        calendar,
        hours_of(session, event),
        uid=uid,
        changed_at=changed_at,
        title=session.label,
        texts=[without_marks(session.description), url],
        place=place,
        url=url,
        status=status,
    )


def follow_up(calendar, sent, changed_at):
    """What went out before and is gone is cancelled, once; what is still there has no number before that one."""
    present = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    for text in sent:
        before = icalendar.Event.from_ical(text)
        entry = present.get(str(before["UID"]))
        if entry is None:
            entry = cancelled_version(before, changed_at)
            calendar.add_component(entry)
        stay_ahead(entry, before)


def cancelled_version(before, changed_at):
    """The same entry, cancelled; as it is where it was so already."""
    entry = before.copy(recursive=True)
    if entry["STATUS"] == CANCELLED:
        return entry
    for name in (*VERSION, "STATUS"):
        del entry[name]
    entry.add("status", CANCELLED)
    add_version(entry, changed_at)
    return entry


def stay_ahead(entry, before):
    """Of two versions the one with the higher number counts: also when both are of one second."""
    number = before["SEQUENCE"]
    if without_number(entry) != without_number(before):
        number += 1
    if entry["SEQUENCE"] < number:
        entry["SEQUENCE"] = number


def without_number(entry):
    """What is compared of two versions."""
    rest = entry.copy(recursive=True)
    for name in ("SEQUENCE", "DESCRIPTION"):
        rest.pop(name, None)
    return rest.to_ical()


def as_kept(entry):
    """An entry as text, without its description: that is not needed to take it out again."""
    kept = entry.copy(recursive=True)
    kept.pop("DESCRIPTION", None)
    return kept.to_ical().decode()
