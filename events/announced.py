"""What people who registered plan by: the days, hours and place of a meeting and of the parts of its programme."""

from dataclasses import dataclass

from django.utils.formats import date_format

from .models import Session
from .wording import SHORT_DAY, day_of, days_with_hours, hours_of, where_of

WHEN = "when"
WHERE = "where"
TITLES = "titles"
LABELS = {WHEN: "Wanneer", WHERE: "Waar"}
GONE = "gaat niet door"
UNNAMED = "Een onderdeel van het programma"


@dataclass(frozen=True)
class AnnouncedChange:
    """What was told and what is so now; ``session`` where it is about a part of the programme."""

    label: str
    was: str
    now: str
    session: Session | None = None


def facts_of(event):
    """{"when", "where", number of a session: words, "titles": {number: title}}, as JSON keeps it."""
    facts = {
        WHEN: "; ".join(days_with_hours(event)),
        WHERE: where_of(event),
        TITLES: {},
    }
    for session in event.sessions.all():
        add_part(facts, session)
    return facts


def add_part(facts, session):
    """Add a part of the programme; of one for everybody the title too, which cannot be asked once the part is gone."""
    key = str(session.pk)
    facts[key] = line_of(session)
    titles = facts.setdefault(TITLES, {})
    if session.round is None:
        titles[key] = session.title


def line_of(session):
    """When and where a part of the programme is, in words; the day only where the meeting has several."""
    return line_on(day_of(session), session)


def line_on(day, session):
    """The same with this day before it."""
    return ", ".join(filter(None, [day, hours_of(session), session.room]))


def is_news(session, announced):
    """Whether this line says something else of a session than what was announced.

    A meeting that had several days told the day of each part; that it has one of them left changes no part.
    """
    same = [line_of(session)]
    if session.date:
        day = date_format(session.date, SHORT_DAY)
        same.append(line_on(day, session))
    return announced not in same


def changes_in(event, before):
    """What is different from what was told (facts); a new part of the programme is no change, one that goes is."""
    now = facts_of(event)
    changes = []
    for key, label in LABELS.items():
        if key in before and before[key] != now[key]:
            changes.append(AnnouncedChange(label, before[key], now[key]))
    for session in event.sessions.all():
        key = str(session.pk)
        if key in before and is_news(session, before[key]):
            changes.append(
                AnnouncedChange(f"‘{session.label}’", before[key], now[key], session)
            )
    return changes + parts_gone(before, now)


def parts_gone(before, now):
    """The parts for everybody that were told and are there no more; a session that goes was chosen by nobody."""
    gone = sorted(
        before.keys() - now.keys(),
        key=int,
    )
    if TITLES not in before:  # told before titles were kept
        return [
            AnnouncedChange(UNNAMED, before[key], GONE) for key in gone if before[key]
        ]
    changes = []
    for key in gone:
        title = before[TITLES].get(key)
        if title:
            changes.append(AnnouncedChange(f"‘{title}’", before[key], GONE))
    return changes
