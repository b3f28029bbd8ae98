"""Next year's event from last year's."""

from django.db import transaction
from django.utils.text import slugify

from events.models import Event

SHIFTED = ("opens_at", "closes_at")
EMPTIED = {
    "report": "",
    "recording_url": "",
    "registered": None,
    "attended_qualifier": "",
    "attended": None,
    "numbers_note": "",
    "state_note": "",
    "date_note": "",
    "online_address": "",
    "reminded_on": None,
    "forgotten_on": None,
    "archived_on": None,
}
RELATIONS = ("themes", "initiatives", "guest_provinces")


@transaction.atomic
def copy_event(*, event, starts_on, user=None):
    """A draft with everything that could be the same again, moved to another first day.

    Not copied: who came, the report, photos, documents, quotes and sources, which are about that one time.
    """
    moved = starts_on - event.starts_on
    copy = Event.objects.get(pk=event.pk)
    copy.pk, copy._state.adding = None, True
    for name, value in EMPTIED.items():
        setattr(copy, name, value)
    copy.slug, copy.state = _free_slug(event, starts_on), Event.State.DRAFT
    copy.edition = _next_edition(event)
    copy.starts_on, copy.ends_on = starts_on, event.ends_on + moved
    for name in SHIFTED:
        setattr(copy, name, _moved(getattr(event, name), moved))
    copy.save()
    for name in RELATIONS:
        getattr(copy, name).set(getattr(event, name).all())
    _copy_parts(event, copy, moved)
    return copy


def _moved(value, by):
    return value + by if value else None


def _free_slug(event, starts_on):
    """The title with the year of the new day; with a number where that is taken."""
    base = f"{slugify(event.title)[:100]}-{starts_on.year}".strip("-")
    taken = set(Event.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)


def _next_edition(event):
    """One more than the last of the series."""
    if not event.series_id or event.edition is None:
        return None
    return max(event.series.meetings.exclude(edition=None).values_list("edition", flat=True)) + 1


def _copy_parts(event, copy, moved):
    """Days, organisers, prices, questions, and the programme with its people."""
    for part in [*event.days.all(), *event.roles.all(), *event.questions.all()]:
        _copy_row(part, event=copy, moved=moved)
    for tier in event.price_tiers.all():
        provinces = list(tier.provinces.all())
        _copy_row(tier, event=copy, moved=moved).provinces.set(provinces)
    numbers = event.sessions.values_list("pk", flat=True)
    copied = [_copy_session(session, copy, moved) for session in event.sessions.order_by("pk")]
    sessions = {None: None} | dict(zip(numbers.order_by("pk"), copied, strict=True))
    for appearance in event.appearances.all():
        _copy_row(appearance, event=copy, moved=moved, session=sessions[appearance.session_id])


def _copy_session(session, copy, moved):
    themes, initiatives = list(session.themes.all()), list(session.initiatives.all())
    slug = f"{copy.slug[:90]}-{session.slug[-28:].strip('-')}"
    made = _copy_row(session, event=copy, moved=moved, slug=slug, report="", recording_url="")
    made.themes.set(themes)
    made.initiatives.set(initiatives)
    return made


def _copy_row(row, *, event, moved, **changed):
    """The same row under another event, its days moved along."""
    row.pk, row._state.adding, row.event = None, True, event
    for name in ("date", "valid_until"):
        if getattr(row, name, None):
            setattr(row, name, getattr(row, name) + moved)
    for name, value in changed.items():
        setattr(row, name, value)
    row.save()
    return row
