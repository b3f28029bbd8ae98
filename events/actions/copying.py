"""Next year's event from last year's."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from curation.free_slugs import free_slug
from events.clock import moment
from events.models import Event, Session

# by the clock: nine o’clock stays nine o’clock across summer time
MOMENTS = ("opens_at", "closes_at")
DAYS = ("date", "valid_until")
EMPTIED = {
    "report": "",
    "recording_url": "",
    "registered": None,
    "attended_qualifier": "",
    "attended": None,
    "numbers_note": "",
    "state_note": "",
    "price_note": "",
    "date_note": "",
    "online_address": "",
    "online_note": "",
    "on_site_note": "",
    "told_up_to": 0,
    "reminded_on": None,
    "forgotten_on": None,
    "archived_on": None,
}
RELATIONS = ("themes", "initiatives", "guest_provinces")


@transaction.atomic
def copy_event(*, event: Event, starts_on: date, user: User | None = None) -> Event:
    """A draft with everything that could be the same again, moved to another first day.

    Not copied: who came, the report, photos, documents, quotes and sources, which are about that one time.
    """
    moved = starts_on - event.starts_on
    copy = Event.objects.get(pk=event.pk)
    copy.pk = None
    copy._state.adding = True
    for name, value in EMPTIED.items():
        setattr(copy, name, value)
    copy.slug = free_slug(
        Event,
        f"{slugify(event.title)[:100]}-{starts_on.year}",
    )
    copy.state = Event.State.DRAFT
    copy.edition = next_edition(event)
    copy.starts_on = starts_on
    copy.ends_on = event.ends_on + moved
    move(copy, MOMENTS, moved)
    copy.save()
    for name in RELATIONS:
        rows = getattr(event, name).all()
        getattr(copy, name).set(rows)
    copy_parts(event, copy, moved)
    copy_programme(event, copy, moved)
    return copy


def next_edition(event: Event) -> int | None:
    """One more than the last of the series."""
    if not event.series_id or event.edition is None:
        return None
    editions = event.series.meetings.exclude(edition=None)
    return max(editions.values_list("edition", flat=True)) + 1


def copy_parts(event: Event, copy: Event, moved: timedelta) -> None:
    """Days, organisers, prices and questions; not the notes with them, which are about that one time."""
    for question in event.questions.all():
        copy_row(question, copy, moved)
    for day in event.days.all():
        day.note = ""
        copy_row(day, copy, moved)
    for role in event.roles.all():
        role.note = ""
        role.source = None
        copy_row(role, copy, moved)
    for tier in event.price_tiers.all():
        tier.note = ""
        provinces = list(tier.provinces.all())
        new_tier = copy_row(tier, copy, moved)
        new_tier.provinces.set(provinces)


def copy_programme(event: Event, copy: Event, moved: timedelta) -> None:
    """The sessions, and who has a role in one or in the whole; nobody said yes for the next time."""
    # by the number of the old one
    new_sessions: dict[int | None, Session | None] = {None: None}
    for session in event.sessions.order_by("pk"):
        old = session.pk
        new_sessions[old] = copy_session(session, copy, moved)
    for appearance in event.appearances.all():
        appearance.is_still_to_ask = True
        appearance.session = new_sessions[appearance.session_id]
        copy_row(appearance, copy, moved)


def copy_session(session: Session, copy: Event, moved: timedelta) -> Session:
    """A session with what it is about; not with what was said of it afterwards."""
    themes = list(session.themes.all())
    initiatives = list(session.initiatives.all())
    end_of_slug = session.slug[-28:].strip("-")
    session.slug = f"{copy.slug[:90]}-{end_of_slug}"
    session.report = ""
    session.recording_url = ""
    copy_row(session, copy, moved)
    session.themes.set(themes)
    session.initiatives.set(initiatives)
    return session


def copy_row(row: Model, copy: Event, moved: timedelta) -> Model:
    """Store the same row under another event, its days moved along."""
    row.pk = None
    row._state.adding = True
    row.event = copy
    move(row, DAYS, moved)
    row.save()
    return row


def move(
    row: Model,
    names: Iterable[str],
    moved: timedelta,
) -> None:
    """Move the moments or days of these names that are known."""
    for name in names:
        value = getattr(row, name, None)
        if isinstance(value, datetime):
            here = timezone.localtime(value)
            setattr(
                row,
                name,
                moment(here.date() + moved, here.time()),
            )
        elif value:
            setattr(row, name, value + moved)
