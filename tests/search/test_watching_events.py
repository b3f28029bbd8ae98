"""Whatever changes about a meeting, and however: its document is written again.

What it names (themes, examples, partners, places) is changed in ``test_watching``, in the same country.
"""

from datetime import date, time

import pytest
from django.db import transaction

from events import models as events
from search.models import ChangedObject
from tests.documents import write_documents
from tests.event_factories import (
    AppearanceFactory,
    BookingFactory,
    EventFactory,
    EventRoleFactory,
    EventSeriesFactory,
    PersonalNeedsFactory,
    RegistrationFactory,
    SessionChoiceFactory,
    SessionFactory,
    SpeakerFactory,
)
from tests.evidence_factories import CitationFactory
from tests.factories import (
    InitiativeFactory,
    MunicipalityFactory,
    NetworkFactory,
    PartnerFactory,
    ThemeFactory,
)
from tests.search.conftest import document_of, found_titles, stale_after, stale_documents, taken_back
from tests.search.country import change, change_in_sql

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


CHANGES = {
    "renamed": lambda w: change(w.event, title="Samen verder"),
    "address": lambda w: change(w.event, slug="samen"),
    "hidden": lambda w: change(w.event, state="concept"),
    "called off": lambda w: change(w.event, state="afgelast", state_note="De zaal is dicht."),
    "archived": lambda w: change(w.event, archived_on=date(2020, 1, 1)),
    "deleted": lambda w: w.event.delete(),
    "moved in time": lambda w: change(w.event, starts_on=date(2014, 6, 19), ends_on=date(2014, 6, 20)),
    "hours": lambda w: change(w.day, ends=time(16, 30)),
    "day deleted": lambda w: w.day.delete(),
    "day of another meeting": lambda w: change(w.day, event=EventFactory()),
    "date in words": lambda w: change(w.event, date_note="in het voorjaar"),
    "moved in place": lambda w: change(w.event, municipality=w.place),
    "without place": lambda w: change(w.event, municipality=None, attendance="online"),
    "reported": lambda w: change(w.event, report="Er kwamen honderd mensen."),
    "many at once": lambda w: events.Event.objects.update(summary="Alles anders."),
    "made at once": lambda w: events.Event.objects.bulk_create(
        events.Event(slug=f"x{n}", title=f"X {n}", summary="Y", state="open", starts_on=date(2020, 1, 1),
                     ends_on=date(2020, 1, 1)) for n in range(3)
    ),
    "raw update": lambda w: change_in_sql("UPDATE events_event SET title = 'Rauw' WHERE id = %s", w.event.pk),
    "raw link": lambda w: change_in_sql("DELETE FROM events_event_themes"),
    "raw session": lambda w: change_in_sql("UPDATE events_session SET angle = 'Burgemeesters'"),
    "raw link of a session": lambda w: change_in_sql("DELETE FROM events_session_initiatives"),
    "series renamed": lambda w: change(w.series, name="Ontmoetingen"),
    "other series": lambda w: change(w.event, series=EventSeriesFactory(name="Nieuw")),
    "without series": lambda w: change(w.event, series=None, edition=None),
    "themes set": lambda w: w.event.themes.set([w.theme]),
    "themes from the other side": lambda w: w.part.meetings.set([EventFactory()]),
    "examples cleared": lambda w: w.event.initiatives.clear(),
    "example in a session only": lambda w: (
        w.event.initiatives.clear(), write_documents(), change(w.initiative, title="Thee")
    ),
    "documents cleared": lambda w: w.event.documents.clear(),
    "documents from the other side": lambda w: w.slides.meetings.set([EventFactory(state="concept")]),
    "document in another meeting": lambda w: change_in_sql(
        "UPDATE events_event_documents SET document_id = %s", w.paper.pk
    ),
    "raw document": lambda w: change_in_sql("DELETE FROM events_event_documents"),
    "quotes cleared": lambda w: w.event.citations.clear(),
    "quotes deleted": lambda w: w.event.citations.all().delete(),
    "quote gets another owner": lambda w: w.event.citations.filter(theme=w.theme).update(
        theme=None, network=NetworkFactory()
    ),
    "quoted example hidden": lambda w: (
        w.event.initiatives.clear(), w.session.initiatives.clear(), write_documents(),
        change(w.initiative, publication_state="gearchiveerd"),
    ),
    "organiser added": lambda w: EventRoleFactory(event=w.event, organisation=w.library),
    "organiser changed": lambda w: change(w.role, organisation=w.library),
    "organiser moved": lambda w: change(w.role, event=EventFactory()),
    "organiser pays": lambda w: change(w.role, role="financier"),
    "organiser deleted": lambda w: w.role.delete(),
    "organiser in a province": lambda w: change(w.office, province=w.province),
    "place's other name": lambda w: change(w.alias, name="Weesop"),
    "session added": lambda w: SessionFactory(event=w.event, title="Slot"),
    "session renamed": lambda w: change(w.session, title="Open kaart"),
    "session becomes a break": lambda w: change(w.session, kind="pauze", round=None),
    "session moved": lambda w: change(w.session, event=EventFactory()),
    "session deleted": lambda w: w.session.delete(),
    "session's themes": lambda w: w.session.themes.set([w.part]),
    "session's theme renamed": lambda w: (w.session.themes.set([other := ThemeFactory()]), write_documents(),
                                          change(other, name="Bewegen")),
    "session's examples": lambda w: w.session.initiatives.set([InitiativeFactory(title="Thee")]),
    "session's examples from the other side": lambda w: w.initiative.sessions.clear(),
    "speaker renamed": lambda w: change(w.speaker, name="Anna de Bakker"),
    "speaker's function": lambda w: change(w.speaker, job_title="raadslid"),
    "speaker's organisation": lambda w: change(w.speaker, organisation=None),
    "speaker's organisation renamed": lambda w: change(w.place, name="Mokum"),
    "speaker's organisation deleted": lambda w: (
        change(w.speaker, organisation=(gone := PartnerFactory())), write_documents(), gone.delete()
    ),
    "role added": lambda w: AppearanceFactory(event=w.event, speaker=SpeakerFactory()),
    "role of somebody else": lambda w: change(w.appearance, speaker=SpeakerFactory(name="Ander")),
    "role in another meeting": lambda w: change(w.appearance, event=EventFactory(), session=None),
    "role deleted": lambda w: w.appearance.delete(),
    "raw role": lambda w: change_in_sql("DELETE FROM events_appearance"),
}  # fmt: skip


def test_no_document_is_stale_after_any_change(country):
    assert stale_after(CHANGES, country) == {}


def _quote(event, **about):
    quote = CitationFactory(**{"initiative": None} | about)
    event.citations.set([quote])
    return quote


def _linked(thing, link):
    link(thing)
    return thing


ONE_LINK = {
    "example": lambda event: _linked(InitiativeFactory(), event.initiatives.add),
    "example of a session": lambda event: _linked(InitiativeFactory(), SessionFactory(event=event).initiatives.add),
    "theme": lambda event: _linked(ThemeFactory(), event.themes.add),
    "whole of a theme": lambda event: _linked(
        ThemeFactory(), lambda whole: event.themes.add(ThemeFactory(parent=whole))
    ),
    "theme of a session": lambda event: _linked(ThemeFactory(), SessionFactory(event=event).themes.add),
    "quote about an example": lambda event: _quote(event, initiative=InitiativeFactory()),
    "quote about a theme": lambda event: _quote(event, theme=ThemeFactory()),
    "quote about a partner": lambda event: _quote(event, organisation=PartnerFactory()),
    "quote about a network": lambda event: _quote(event, network=NetworkFactory()),
    "organiser": lambda event: EventRoleFactory(event=event).organisation,
    "whole of an organiser": lambda event: EventRoleFactory(
        event=event, organisation=PartnerFactory(parent=PartnerFactory())
    ).organisation.parent,
    "place": lambda event: _linked(MunicipalityFactory(), lambda place: change(event, municipality=place)),
    "whom somebody speaks for": lambda event: AppearanceFactory(
        event=event, speaker__organisation=PartnerFactory()
    ).speaker.organisation,
}  # fmt: skip


def test_one_link_is_enough():
    found = {}
    for link, make in ONE_LINK.items():
        with taken_back():
            thing = make(EventFactory())
            write_documents()
            name = next(name for name in ("title", "paraphrase", "name") if hasattr(thing, name))
            change(thing, **{name: "Luchtballon"})
            found[link] = len(found_titles("luchtballon", soort="bijeenkomst")), stale_documents()

    assert found == dict.fromkeys(ONE_LINK, (1, []))


def test_a_change_that_is_taken_back_leaves_no_note(w):
    with transaction.atomic():
        change(w.speaker, name="Ander")
        w.event.themes.clear()
        noted = ChangedObject.objects.count()
        transaction.set_rollback(True)

    assert (noted > 0, ChangedObject.objects.count()) == (True, 0)


def test_who_comes_is_never_noted_and_never_found(w):
    before = document_of(w.event, "bijeenkomst").version
    choice = SessionChoiceFactory(
        registration=RegistrationFactory(
            booking=BookingFactory(event=w.event, email="pietersen@voorbeeld.nl"), name="Karel Pietersen",
            organisation_name="Zonnebloemkoor",
        ), session=w.session,
    )  # fmt: skip
    PersonalNeedsFactory(registration=choice.registration, diet="glutenvrij")

    assert ChangedObject.objects.count() == 0
    assert [found_titles(word) for word in ("pietersen", "zonnebloemkoor", "glutenvrij")] == [[]] * 3
    assert document_of(w.event, "bijeenkomst").version == before
