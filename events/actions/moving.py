"""A meeting goes to other days: its days, programme and planned mailings go along, by the clock on the wall."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from events.clock import moment
from events.models import Event, EventDay, Mailing, Session

from .locking import lock_event


@transaction.atomic
def move_along(*, event: Event) -> None:
    """Move what hangs under an event that went to other days as a whole since it was loaded."""
    moved = event.moved
    if not moved:
        return
    lock_event(event.pk)
    move_rows(
        EventDay.objects.filter(event=event),
        moved,
    )
    move_rows(
        Session.objects.filter(event=event).exclude(date=None),
        moved,
    )
    move_mailings_of(event.pk, timezone.now())


def move_rows(
    rows: QuerySet[EventDay] | QuerySet[Session],
    moved: timedelta,
) -> None:
    """Every row by as many days; first the one that goes furthest, so that no day is there twice."""
    order = "date"
    if moved.days > 0:
        order = "-date"
    for row in rows.order_by(order):
        row.date += moved
        row.save(update_fields=["date"])


def move_mailings(*, now: datetime) -> None:
    """The same for planned mailings alone, whatever moved their event: a form, a file or a version brought back."""
    for number in left_behind().values_list("event", flat=True).distinct():
        move_mailings_of(number, now)


@transaction.atomic
def move_mailings_of(number: int, now: datetime) -> None:
    """The planned mailings of one event; one that would have been sent by then stays when it was."""
    event = lock_event(number)
    for mailing in left_behind().filter(event=event):
        here = timezone.localtime(mailing.planned_at)
        days = event.starts_on - mailing.planned_for
        moved_to = moment(
            here.date() + days,
            here.time(),
        )
        if moved_to > now:
            mailing.planned_at = moved_to
        mailing.planned_for = event.starts_on
        mailing.save(update_fields=["planned_at", "planned_for"])


def left_behind() -> QuerySet[Mailing]:
    """Mailings that wait for a moment before or after another first day than that of now."""
    waiting = Mailing.objects.filter(
        queued_at=None,
        planned_at__isnull=False,
    )
    return waiting.exclude(event__starts_on=F("planned_for")).exclude(planned_for=None)
