"""What a spreadsheet of a curator can do to meetings, and what it cannot."""

from datetime import date, time

import pytest

from events.models import Event, EventDay, Session
from events.programme_resources import SessionResource
from events.resources import EventDayResource, EventResource, PriceTierResource
from initiatives.models import Citation
from spreadsheets.importing import Importer
from tests.event_factories import (
    EventDayFactory,
    EventFactory,
    ParallelSessionFactory,
    SessionChoiceFactory,
    SessionFactory,
)
from tests.evidence_factories import CitationFactory
from tests.factories import ProvinceFactory
from tests.role_factories import national_curator
from tests.spreadsheets.round_trips import NASTY, bring_in, export, told

pytestmark = pytest.mark.django_db

LAST_SUNDAY_OF_MARCH = date(2027, 3, 28)
SKIPPED = "Dit uur bestaat niet: die nacht gaat de klok van 2 naar 3 uur."
OUTSIDE = "Deze dag valt buiten de bijeenkomst."
NEW = {
    "slug": "nieuw",
    "titel": "Nieuw",
    "samenvatting": "Kort.",
    "soort": "seminar",
    "eerste_dag": "2027-06-01",
    "laatste_dag": "2027-06-01",
    "waar": "op-locatie",
}


def brought_in(resource, row, *, user="curator"):
    """(outcome, problems) of one row that a curator brings in, or the program itself."""
    importer = Importer(resource(), row.keys(), user=national_curator() if user == "curator" else None)
    return next((result.outcome, result.problems) for result in importer.run([(2, row)]))


def test_a_new_meeting_of_a_curator_is_a_draft():
    states = [{}, {"stand": ""}, {"stand": "concept"}]

    found = [brought_in(EventResource, NEW | {"slug": f"nieuw-{n}"} | state) for n, state in enumerate(states)]

    assert found == [("nieuw", [])] * 3
    assert list(Event.objects.values_list("state", flat=True)) == ["concept"] * 3


def test_a_new_meeting_of_a_curator_is_nothing_else():
    states = ["aangekondigd", "open", "gesloten", "afgelast"]

    found = [brought_in(EventResource, NEW | {"stand": state}) for state in states]

    sentence = "Een nieuwe bijeenkomst komt binnen als concept. Publiceer haar daarna."
    assert found == [("geweigerd", [("stand", sentence)])] * 4
    assert Event.objects.count() == 0


def test_a_file_of_a_curator_changes_no_state():
    changes = [
        ("concept", "open"),
        ("concept", "aangekondigd"),
        ("gesloten", "open"),
        ("open", "afgelast"),
        ("open", "concept"),
    ]
    events = [EventFactory(state=was, title="Zoals het was") for was, _ in changes]

    found = [
        brought_in(EventResource, {"slug": event.slug, "stand": becomes, "titel": "Anders"})
        for event, (_, becomes) in zip(events, changes, strict=True)
    ]

    assert found == [("geweigerd", [("stand", "De stand verander je op de site, niet met een bestand.")])] * 5
    after = Event.objects.order_by("pk").values_list("state", "title")
    assert list(after) == [(was, "Zoals het was") for was, _ in changes]


def test_an_open_meeting_may_change_in_other_ways():
    event = EventFactory(state="open")

    for title, state in [("Anders", {}), ("Weer anders", {"stand": "open"})]:
        assert brought_in(EventResource, {"slug": event.slug, "titel": title} | state) == ("veranderd", [])
        assert Event.objects.get().title == title


def test_the_starter_content_says_how_a_meeting_stands():
    assert brought_in(EventResource, NEW | {"stand": "gesloten"}, user=None) == ("nieuw", [])
    assert Event.objects.get().state == "gesloten"


def test_what_follows_from_places_and_date_is_no_state():
    for state in ("vol", "geweest"):
        sentence = f"‘{state}’ kan hier niet; kies uit: concept, aangekondigd, open, gesloten, afgelast."

        assert brought_in(EventResource, NEW | {"stand": state}) == ("geweigerd", [("stand", sentence)])


def test_a_meeting_that_a_file_moves_takes_its_programme_along():
    event = EventFactory(starts_on=date(2027, 6, 1), ends_on=date(2027, 6, 2))
    day, session = EventDayFactory(event=event), SessionFactory(event=event, date=date(2027, 6, 2))
    row = {"slug": event.slug, "eerste_dag": "2027-06-08", "laatste_dag": "2027-06-09"}

    assert brought_in(EventResource, row) == ("veranderd", [])

    for moved in (day, session):
        moved.refresh_from_db()
    assert (day.date, session.date) == (date(2027, 6, 8), date(2027, 6, 9))


def test_an_empty_cell_is_what_a_meeting_has_anyway():
    empty = dict.fromkeys(["uren_bedenktijd", "herinneren_dagen", "bewaren_dagen", "gasten"], "")

    assert brought_in(EventResource, NEW | empty) == ("nieuw", [])
    event = Event.objects.get()
    assert [event.offer_hours, event.reminder_days, event.keep_days, event.most_guests] == [48, 3, 90, 0]


def test_a_meeting_that_cannot_be_is_refused():
    cells = [
        ("plekken", "0"),
        ("plekken", "9" * 30),
        ("bewaren_dagen", "3"),
        ("titel", "a" * 10_000),
        ("titel", "a\x00"),
    ]

    found = [brought_in(EventResource, NEW | {column: cell}) for column, cell in cells]

    assert [(outcome, len(problems)) for outcome, problems in found] == [("geweigerd", 1)] * 5


def test_an_hour_that_the_clock_skips_is_refused():
    event = EventFactory(starts_on=LAST_SUNDAY_OF_MARCH)
    row = {"bijeenkomst": event.slug, "dag": "2027-03-28", "begint": "01:00", "eindigt": "04:00"}

    for hour in ("begint", "eindigt"):
        assert brought_in(EventDayResource, row | {hour: "02:30"}) == ("geweigerd", [(hour, SKIPPED)])
    assert EventDay.objects.count() == 0


def test_a_part_of_the_programme_is_at_an_hour_that_exists():
    event = EventFactory(starts_on=LAST_SUNDAY_OF_MARCH)
    row = {"slug": "a", "bijeenkomst": event.slug, "titel": "A", "soort": "plenair", "dag": "2027-03-28"}

    assert brought_in(SessionResource, row | {"begint": "2.59"}) == ("geweigerd", [("begint", SKIPPED)])
    assert brought_in(SessionResource, row | {"begint": "3.00"}) == ("nieuw", [])
    assert Session.objects.get().begins == time(3)


def test_a_session_that_people_chose_keeps_its_round():
    session = ParallelSessionFactory(slug="a", title="A")
    row = {"slug": "a", "bijeenkomst": session.event.slug, "titel": "B", "soort": "deelsessie", "ronde": "2"}
    SessionChoiceFactory(session=session, registration__booking__event=session.event)

    assert brought_in(SessionResource, row)[0] == "geweigerd"
    assert brought_in(SessionResource, row | {"ronde": "1"})[0] == "veranderd"
    session.refresh_from_db()
    assert (session.title, session.round) == ("B", 1)


@pytest.mark.parametrize(
    ("resource", "row"),
    [
        (EventDayResource, {}),
        (SessionResource, {"slug": "a", "titel": "A", "soort": "plenair"}),
    ],
)
def test_a_day_lies_in_the_meeting(resource, row):
    event = EventFactory(starts_on=date(2027, 6, 1), ends_on=date(2027, 6, 2))
    found = [
        brought_in(resource, row | {"bijeenkomst": event.slug, "dag": f"2027-{day}"})
        for day in ("05-31", "06-03", "06-02")
    ]

    assert found == [("geweigerd", [("dag", OUTSIDE)]), ("geweigerd", [("dag", OUTSIDE)]), ("nieuw", [])]


def test_a_price_has_provinces_and_cents():
    event, province = EventFactory(), ProvinceFactory(slug="utrecht")
    row = {"bijeenkomst": event.slug, "naam": "Utrecht", "bedrag": "12.50", "voor": "iedereen", "provincies": "utrecht"}

    assert brought_in(PriceTierResource, row) == ("nieuw", [])
    assert [str(tier.amount) for tier in event.price_tiers.all()] == ["12.50"]
    assert list(event.price_tiers.get().provinces.all()) == [province]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_moments_hours_and_citations_come_back_unchanged(tmp_path, kind):
    event = EventFactory(opens_at="2026-10-25T00:30:00Z", closes_at="2026-10-25T01:30:00Z", most_guests=2)
    EventDayFactory(event=event, begins=time(9), ends=time(17, 30))
    event.citations.set([CitationFactory(speaker=text[:120]) for text in NASTY if text.strip()])
    curator = national_curator()

    assert told(bring_in(export(tmp_path, Event, kind), Event, curator)) == []
    assert told(bring_in(export(tmp_path, EventDay, kind), EventDay, curator)) == []


def test_a_citation_is_recognised_by_all_that_makes_it_itself():
    event, citation, other = EventFactory(), CitationFactory(speaker="Noor"), CitationFactory(speaker="Noor")
    cell = EventResource().fields["citations"].widget.shown([citation])

    brought_in(EventResource, {"slug": event.slug, "citaten": cell})

    assert list(event.citations.all()) == [citation]
    assert other in Citation.objects.all()


def test_an_unknown_citation_is_refused():
    event = EventFactory()

    found = brought_in(EventResource, {"slug": event.slug, "citaten": "bron · niemand"})

    assert found == ("geweigerd", [("citaten", "‘bron · niemand’ bestaat niet als uitspraak.")])
