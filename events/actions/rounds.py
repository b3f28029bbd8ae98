"""The same sessions once more, in a round of their own."""

from django.db import transaction
from django.db.models import Max

from curation.free_slugs import free_slug
from events.models import Event, Session

from .locking import lock_event


@transaction.atomic
def duplicate_round(
    *,
    event: Event,
    number: int,
) -> int | None:
    """Copy the sessions of a round with who has a role in them to a new one, without hours; its number.

    ``None`` where the event has no such round.
    """
    lock_event(event.pk)
    sessions = list(event.sessions.filter(round=number).order_by("position", "pk"))
    if not sessions:
        return None
    new_number = event.sessions.aggregate(last=Max("round"))["last"] + 1
    for session in sessions:
        copy_session(session, new_number)
    return new_number


def copy_session(session: Session, number: int) -> None:
    """One session in the round of this number, at a time that is not known yet."""
    appearances = list(session.appearances.all())
    themes = list(session.themes.all())
    initiatives = list(session.initiatives.all())
    session.pk = None
    session._state.adding = True
    session.slug = free_slug(Session, f"{session.slug[:100]}-ronde-{number}")
    session.round = number
    session.begins = None
    session.ends = None
    session.report = ""
    session.recording_url = ""
    session.save()
    session.themes.set(themes)
    session.initiatives.set(initiatives)
    for appearance in appearances:
        appearance.pk = None
        appearance._state.adding = True
        appearance.session = session
        appearance.save()
