"""Search documents of meetings; who comes to one is never in them."""

from django.db.models import Prefetch

from events.models import Appearance, Event, EventRole, Session
from events.wording import when_of
from initiatives.models import Citation, Initiative, Theme
from partners.search.municipalities import living_on_in
from partners.search.organisations import codes_of
from search.codes import code
from search.documents.draft import Draft, by_number

KIND = "bijeenkomst"
UPCOMING, PAST = 160, 60  # points of quality: what is still to come stands before what was


def public(today):
    """Meetings the public may see."""
    return Event.objects.published()


def load(events):
    """Load what a document needs, in 11 queries."""
    themes, shown = Theme.objects.select_related("parent"), Initiative.objects.published()
    programme = Session.objects.exclude(kind=Session.Kind.BREAK)  # or every meeting were about coffee
    return events.select_related("series", "municipality__province").prefetch_related(
        "days",
        "municipality__aliases",
        Prefetch("themes", themes),
        Prefetch("initiatives", shown),
        Prefetch("citations", Citation.objects.published()),
        Prefetch("roles", EventRole.objects.select_related("organisation__parent", "organisation__province")),
        Prefetch("appearances", Appearance.objects.select_related("speaker__organisation")),
        Prefetch("sessions", programme),
        Prefetch("sessions__themes", themes),
        Prefetch("sessions__initiatives", shown),
    )


def draft(event, world):
    """A meeting is found by what it is about, by who organises it and by who speaks."""
    organisations = {role.organisation for role in event.roles.all()}
    organisations |= {each.parent for each in organisations if each.parent}
    themes = {theme for each in event.themes.all() for theme in (each, each.parent) if theme}
    place = event.municipality
    now = living_on_in(place, world) if place else []
    texts = [event.description, event.audience, event.report, *_programme(event), *_quotes(event)]
    return Draft(
        names=[event.title] + ([event.series.name] if event.series else []),
        summaries=[event.summary, *_names(themes, organisations, place, now)],
        texts=[event.get_kind_display(), event.date_note, event.venue, event.venue_address, event.state_note, *texts],
        lines=[event.summary, *texts],
        codes=_codes(event, themes, organisations, now),
        sort_key=event.sort_key,
        year=event.starts_on.year,
        updated_at=event.updated_at,
        quality=_quality(event, world.today),
        card={
            "url": event.get_absolute_url(),
            "title": event.title,
            "summary": event.summary,
            "where": _when_and_where(event),
        },
    )


def _programme(event):
    """The texts of the sessions, who has a role in them, and which practice examples are shown."""
    sessions = by_number(event.sessions.all())
    texts = [text for each in sessions for text in (each.title, each.angle, each.description, each.report)]
    speakers = by_number({each.speaker for each in event.appearances.all()})
    who = [", ".join(filter(None, (each.name, each.job_title, _name(each.organisation)))) for each in speakers]
    themes = {theme.name for each in sessions for theme in each.themes.all()}
    initiatives = {each.title for whole in (event, *sessions) for each in whole.initiatives.all()}
    return [text for text in (*texts, *who, *sorted(themes), *sorted(initiatives)) if text]


def _quotes(event):
    return [f"{said.paraphrase} {said.speaker}" for said in by_number(event.citations.all())]


def _names(themes, organisations, place, now):
    """Names of what it is linked to; in a fixed order, since sets have none."""
    names = {each.name for each in [*themes, *organisations, *now]}
    names |= {each.short_name for each in organisations if each.short_name}
    if place:
        names |= {place.name, place.province.name, *(alias.name for alias in place.aliases.all())}
    return sorted(names)


def _codes(event, themes, organisations, now):
    organisers = [role.organisation for role in event.roles.all() if role.role == EventRole.Role.ORGANISER]
    places = [*now, event.municipality] if event.municipality else []
    found = {code("soort", KIND), code("jaar", event.starts_on.year), *codes_of(organisations)}
    found |= {code("thema", theme.pk) for theme in themes}
    found |= {code("gemeente", each.pk) for each in now}
    return found | {code("provincie", each.province_id) for each in [*places, *organisers] if each.province_id}


def _quality(event, today):
    takes_place = event.state != Event.State.CANCELLED and not event.is_over_on(today)
    return UPCOMING if takes_place else PAST


def _when_and_where(event):
    """``Conferentie, donderdag 19 juni 2014, Utrecht``."""
    kind = "Bijeenkomst" if event.kind == Event.Kind.OTHER else event.get_kind_display()
    there = "" if event.attendance == Event.Attendance.ONLINE else _name(event.municipality) or event.venue
    places = " en ".join(filter(None, (there, "online" if event.is_online else "")))
    words = ", ".join(filter(None, (kind, when_of(event), places)))
    return f"{words} (afgelast)" if event.state == Event.State.CANCELLED else words


def _name(thing):
    return thing.name if thing else ""
