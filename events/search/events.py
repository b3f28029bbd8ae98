"""Search documents of meetings; who comes to one is never in them."""

from django.db.models import Prefetch

from events.models import Appearance, Event, EventRole, Session
from events.wording import when_of
from initiatives.models import Citation, Initiative, Theme
from partners.search.municipalities import living_on_in
from partners.search.organisations import codes_of
from search.codes import code
from search.documents.draft import Draft, by_number, with_parents
from wording.markup import without_marks

KIND = "bijeenkomst"
# points of quality: what is still to come stands before what was
UPCOMING = 160
PAST = 60


def public(today):
    """Meetings the public may see."""
    return Event.objects.published()


def load(events):
    """Load what a document needs, in 11 queries."""
    themes = Theme.objects.select_related("parent")
    shown = Initiative.objects.published()
    # or every meeting were about coffee
    programme = Session.objects.exclude(kind=Session.Kind.BREAK)
    return events.select_related("series", "municipality__province").prefetch_related(
        "days",
        "municipality__aliases",
        Prefetch("themes", themes),
        Prefetch("initiatives", shown),
        Prefetch("citations", Citation.objects.published()),
        Prefetch(
            "roles",
            EventRole.objects.select_related(
                "organisation__parent",
                "organisation__province",
            ),
        ),
        Prefetch("appearances", Appearance.objects.for_programme()),
        Prefetch("sessions", programme),
        Prefetch("sessions__themes", themes),
        Prefetch("sessions__initiatives", shown),
    )


def draft(event, world):
    """A meeting is found by what it is about, by who organises it and by who speaks."""
    organisations = with_parents(role.organisation for role in event.roles.all())
    themes = with_parents(event.themes.all())
    municipalities = []  # of today
    if event.municipality:
        municipalities = living_on_in(event.municipality, world)
    names = [event.title]
    if event.series:
        names.append(event.series.name)
    linked = linked_names(event, themes, organisations, municipalities)
    texts = texts_of(event)
    return Draft(
        names=names,
        summaries=[event.summary, *linked],
        texts=[*facts_of(event), *texts],
        lines=[event.summary, *texts],
        codes=codes_for(event, themes, organisations, municipalities),
        sort_key=event.sort_key,
        year=event.starts_on.year,
        updated_at=event.updated_at,
        quality=quality_of(event, world.today),
        card={
            "url": event.get_absolute_url(),
            "title": event.title,
            "summary": event.summary,
            "where": when_and_where(event),
        },
    )


def facts_of(event):
    """What kind of meeting it is, and when and where, as its page says it."""
    return [
        event.get_kind_display(),
        event.date_note,
        event.venue,
        event.venue_address,
        event.state_note,
    ]


def texts_of(event):
    """What is told of it, of its programme and in it."""
    written = [without_marks(text) for text in (event.description, event.report)]
    return [
        *written,
        event.audience,
        *programme_texts(event),
        *quotes_of(event),
    ]


def programme_texts(event):
    """The texts of the sessions, who has a role in them, and which practice examples are shown."""
    sessions = by_number(event.sessions.all())
    texts = []
    themes = set()
    initiatives = {initiative.title for initiative in event.initiatives.all()}
    for session in sessions:
        texts += [session.title, session.angle]
        texts += [without_marks(text) for text in (session.description, session.report)]
        themes.update(theme.name for theme in session.themes.all())
        initiatives.update(initiative.title for initiative in session.initiatives.all())
    speakers = {appearance.speaker for appearance in event.appearances.all()}
    for speaker in by_number(speakers):
        about = [
            speaker.name,
            speaker.job_title,
            name_of(speaker.organisation),
        ]
        texts.append(", ".join(filter(None, about)))
    texts += [*sorted(themes), *sorted(initiatives)]
    return list(filter(None, texts))


def quotes_of(event):
    """What was said there, with who said it."""
    citations = by_number(event.citations.all())
    return [f"{citation.paraphrase} {citation.speaker}" for citation in citations]


def linked_names(
    event,
    themes,
    organisations,
    municipalities,
):
    """Names of what it is linked to; in a fixed order, since sets have none."""
    names = {
        row.name
        for row in [
            *themes,
            *organisations,
            *municipalities,
        ]
    }
    names.update(organisation.short_name for organisation in organisations)
    place = event.municipality
    if place:
        names.update([place.name, place.province.name])
        names.update(alias.name for alias in place.aliases.all())
    return sorted(filter(None, names))


def codes_for(event, themes, organisations, municipalities):
    """The values of the facets under which it is found."""
    codes = {
        code("soort", KIND),
        code("jaar", event.starts_on.year),
        *codes_of(organisations),
    }
    for theme in themes:
        codes.add(code("thema", theme.pk))
    for municipality in municipalities:
        codes.add(code("gemeente", municipality.pk))
    places = list(municipalities)
    if event.municipality:
        places.append(event.municipality)
    for role in event.roles.all():
        if role.role == EventRole.Role.ORGANISER:
            places.append(role.organisation)
    for place in places:
        if place.province_id:
            codes.add(code("provincie", place.province_id))
    return codes


def quality_of(event, today):
    """What is still to come stands before what was."""
    if event.state == Event.State.CANCELLED or event.is_over_on(today):
        return PAST
    return UPCOMING


def when_and_where(event):
    """``Conferentie, donderdag 19 juni 2014, Utrecht``."""
    kind = event.get_kind_display()
    if event.kind == Event.Kind.OTHER:
        kind = "Bijeenkomst"
    words = [kind, when_of(event)]
    place = name_of(event.municipality) or event.venue
    if event.attendance == Event.Attendance.ONLINE or not place:
        place = "online" if event.is_online else ""
    elif event.is_online:
        place = f"{place} en online"
    words.append(place)
    line = ", ".join(filter(None, words))
    if event.state == Event.State.CANCELLED:
        return f"{line} (afgelast)"
    return line


def name_of(row):
    """What something is called; empty where there is none."""
    return getattr(row, "name", "")
