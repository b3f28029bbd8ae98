"""Telling who registered what changed: asked each time, and mailed with the new calendar to whom it is about."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from events.announced import AnnouncedChange, add_part, changes_in, facts_of
from events.change_mails import mail_event_changed
from events.choices import LIVE
from events.models import Event, Place, Registration, Session, ToldFacts

from .locking import lock_event


def remember_told(event: Event) -> None:
    """Write down what holds now, since that is what people register for, or were just told."""
    loaded = (
        Event.objects.select_related("municipality")
        .prefetch_related("days", "sessions")
        .get(pk=event.pk)
    )
    ToldFacts.objects.update_or_create(
        event=event,
        defaults={"facts": facts_of(loaded)},
    )


def remember_what_is_new() -> None:
    """Write it down too where people registered before it was kept, and of parts that came into the programme since."""
    unknown = Event.objects.filter(
        told=None,
        registrations__place__in=LIVE,
    ).distinct()
    for event in unknown.order_by("pk"):
        remember_told(event)
    for number in parts_to_remember().values_list("event", flat=True).distinct():
        remember_new_parts(number)


def parts_to_remember() -> QuerySet[Session]:
    """Parts for everybody, or that somebody chose, of which nothing is written down while the rest of the event is."""
    parts = Session.objects.filter(event__told__isnull=False).annotate(
        key=Cast("pk", TextField())
    )
    parts = parts.exclude(event__told__facts__has_key=F("key"))
    return parts.filter(Q(round=None) | Q(choices__place__in=LIVE)).order_by("event")


@transaction.atomic
def remember_new_parts(number: int) -> None:
    """The same for one event; it is locked, so that nobody is told something meanwhile."""
    lock_event(number)
    kept = ToldFacts.objects.get(event=number)
    for session in parts_to_remember().filter(event=number).select_related("event"):
        add_part(kept.facts, session)
    kept.save(update_fields=["facts"])


def untold_changes(event: Event) -> list[AnnouncedChange]:
    """What is different from what was told; nothing where nobody registered."""
    kept = ToldFacts.objects.filter(event=event).first()
    if kept is None or not event.registrations.live().exists():
        return []
    loaded = (
        Event.objects.select_related("municipality")
        .prefetch_related("days", "sessions")
        .get(pk=event.pk)
    )
    return changes_in(loaded, kept.facts)


@transaction.atomic
def tell_changes(*, event: Event, note: str) -> int:
    """Mail everybody with a place, or who waits, what changed for them; returns how many mails."""
    locked = lock_event(event.pk)
    changes = untold_changes(locked)
    count = 0
    for registration in locked.registrations.live().select_related(
        "booking",
        "event__municipality",
    ):
        theirs = changes_for(registration, changes)
        if theirs:
            mail_event_changed(registration, theirs, note)
            count += 1
    remember_told(locked)
    return count


@transaction.atomic
def tell_nobody(*, event: Event) -> None:
    """Leave it at that: the change is not asked about again."""
    remember_told(lock_event(event.pk))


def changes_for(
    registration: Registration,
    changes: Iterable[AnnouncedChange],
) -> list[AnnouncedChange]:
    """Those of the meeting, of what is for everybody, and of the sessions that somebody has or waits for."""
    own = set(registration.session_choices.live().values_list("session", flat=True))
    has_place = registration.place == Place.CONFIRMED
    theirs = []
    for change in changes:
        session = change.session
        if (
            session is None
            or session.pk in own
            or (has_place and session.round is None)
        ):
            theirs.append(change)
    return theirs
