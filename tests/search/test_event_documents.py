"""Documents of meetings: under which filters and in which order they stand, and what a list shows of them."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from events.models import Event
from search.codes import code
from search.documents.catching_up import draft_documents
from search.documents.days import note_what_changes_by_date
from search.documents.world import World
from tests.documents import write_documents
from tests.event_factories import AppearanceFactory, EventDayFactory, EventRoleFactory, SessionFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.queries import number_of_queries
from tests.search.conftest import asked, document_of, found_titles, stale_documents
from tests.search.country import make_country
from tests.search.facet_reading import shown_counts
from tests.search.test_event_search import MIDSUMMER, meeting

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
THE_DAY = "donderdag 19 juni 2014"


def test_a_meeting_has_all_its_codes():
    province, other = ProvinceFactory(), ProvinceFactory()
    today, former = MunicipalityFactory(province=province), MunicipalityFactory(valid_until=date(2022, 3, 24))
    SuccessionFactory(predecessor=former, successor=today)
    part = ThemeFactory(parent=ThemeFactory())
    office, library = (
        PartnerFactory(parent=PartnerFactory(), province=other),
        LibraryFactory(province=ProvinceFactory()),
    )
    event = meeting(municipality=former, **MIDSUMMER)
    event.themes.set([part])
    EventRoleFactory(event=event, organisation=office)
    EventRoleFactory(event=event, organisation=library, role="financier")
    write_documents()

    assert set(document_of(event, "bijeenkomst").codes) == {
        code("soort", "bijeenkomst"), code("jaar", 2014), code("thema", part.pk), code("thema", part.parent_id),
        code("gemeente", today.pk), code("provincie", province.pk), code("provincie", former.province_id),
        code("provincie", other.pk), code("partner", office.pk), code("partner", office.parent_id),
        code("bibliotheek", library.pk),
    }  # fmt: skip


def test_facets_count_meetings_exactly():
    theme, province = ThemeFactory(name="Taal", slug="taal"), ProvinceFactory(slug="utrecht")
    partner = PartnerFactory(slug="uwv")
    for number in range(3):
        event = meeting(f"Dag {number}", municipality=MunicipalityFactory(province=province) if number else None)
        event.themes.set([theme] if number < 2 else [])
        EventRoleFactory(event=event, organisation=partner if number == 2 else LibraryFactory())
    InitiativeFactory(title="Koffie", themes=[theme])

    filterset = asked("", soort="bijeenkomst", thema="taal")

    assert (filterset.count, found_titles("", soort="bijeenkomst", thema="taal")) == (2, ["Dag 0", "Dag 1"])
    counts = {name: shown_counts(facet) for name, facet in filterset.facets.items()}
    assert {key: number for key, number in counts["soort"].items() if number} == {
        "praktijkvoorbeeld": 1, "thema": 1, "bijeenkomst": 2,
    }  # fmt: skip
    assert (counts["thema"]["taal"], counts["provincie"]["utrecht"], counts["partner"]["uwv"]) == (2, 1, 0)


def test_meetings_to_come_stand_before_past_ones_and_those_called_off():
    today = timezone.localdate()
    meeting("Taal A", starts_on=today - timedelta(1))
    meeting("Taal B", starts_on=today)
    meeting("Taal C", state="afgelast")
    meeting("Taal D", starts_on=today - timedelta(1), ends_on=today)
    meeting("Taal E")

    assert found_titles("taal") == ["Taal B", "Taal D", "Taal E", "Taal A", "Taal C"]


def test_a_meeting_that_passes_goes_down_that_night(monkeypatch):
    today = timezone.localdate()
    meeting("Taal A", starts_on=today)
    meeting("Taal B", starts_on=today + timedelta(1), ends_on=today + timedelta(2))
    meeting("Taal C")
    note_what_changes_by_date()
    before = found_titles("taal")

    found = []
    for days in (1, 3):
        monkeypatch.setattr(timezone, "localdate", lambda *args, days=days: today + timedelta(days))
        note_what_changes_by_date()
        found.append(found_titles("taal"))

    assert before == ["Taal A", "Taal B", "Taal C"]
    assert found == [["Taal B", "Taal C", "Taal A"], ["Taal C", "Taal A", "Taal B"]]
    assert stale_documents() == []


def test_what_is_shown_of_a_text_has_no_signs_of_headings_and_bold():
    event = meeting(description="# Over **wijkteams**", report="- **Verslag**")
    SessionFactory(event=event, description="**Pen** mee")
    write_documents()

    text = document_of(event, "bijeenkomst").text
    assert [words in text for words in ("Over wijkteams", "- Verslag", "Pen mee")] == [True] * 3
    assert [sign in text for sign in ("**", "#")] == [False, False]


def test_a_card_says_what_when_and_where():
    expected = [
        ({"kind": "conferentie", "venue": "Domstad"}, f"Conferentie, {THE_DAY}, Domstad"),
        ({"kind": "overig"}, f"Bijeenkomst, {THE_DAY}"),
        ({"ends_on": date(2014, 6, 20)}, f"Netwerkbijeenkomst, {THE_DAY} tot en met vrijdag 20 juni 2014"),
        ({"date_note": "juni 2014"}, "Netwerkbijeenkomst, juni 2014"),
        ({"attendance": "online"}, f"Netwerkbijeenkomst, {THE_DAY}, online"),
        ({"attendance": "hybride", "venue": "Domstad"}, f"Netwerkbijeenkomst, {THE_DAY}, Domstad en online"),
        ({"attendance": "hybride"}, f"Netwerkbijeenkomst, {THE_DAY}, online"),
        ({"state": "afgelast"}, f"Netwerkbijeenkomst, {THE_DAY} (afgelast)"),
    ]
    events = [meeting(**MIDSUMMER | values) for values, _ in expected]
    write_documents()

    assert [document_of(event, "bijeenkomst").card for event in events] == [
        {"url": f"/agenda/{event.slug}/", "title": "Bieb centraal", "summary": event.summary, "where": where}
        for event, (_, where) in zip(events, expected, strict=True)
    ]


def test_a_card_names_the_hour_and_the_municipality_rather_than_the_venue():
    event = meeting(municipality=MunicipalityFactory(name="Utrecht"), venue="Domstad", **MIDSUMMER)
    EventDayFactory(event=event, begins=time(11))
    write_documents()

    assert (
        document_of(event, "bijeenkomst").card["where"]
        == "Netwerkbijeenkomst, donderdag 19 juni 2014, 11.00 uur, Utrecht"
    )


def test_documents_of_1_and_3_meetings_cost_the_same():
    w = make_country()
    world = World(timezone.localdate())
    counts = []
    for more in (0, 2):
        for _ in range(more):
            event = meeting(municipality=w.former)
            event.themes.set([w.part])
            event.initiatives.set([w.initiative])
            AppearanceFactory(event=event, session=SessionFactory(event=event), speaker=w.speaker)
            EventRoleFactory(event=event, organisation=w.office)
        ids = list(Event.objects.values_list("pk", flat=True))
        counts.append(number_of_queries(lambda ids=ids: draft_documents("bijeenkomst", ids, world)))

    assert counts == [11, 11]
