"""The programme on the page of an event: rounds, days, who speaks and what is full."""

from datetime import date, time

import pytest

from tests.event_factories import (
    AppearanceFactory,
    EventFactory,
    ParallelSessionFactory,
    SessionChoiceFactory,
    SessionFactory,
    SpeakerFactory,
)
from tests.factories import (
    InitiativeFactory,
    PartnerFactory,
)
from tests.markup import squeezed
from tests.strict_html import check_html

pytestmark = pytest.mark.django_db


def page_of(client, event):
    """The text of the page, which is strict HTML."""
    text = squeezed(client.get(event.get_absolute_url()))
    check_html(text)
    return text


def test_sessions_of_a_round_stand_together_in_the_order_of_the_day(client):
    event = EventFactory()
    closing = SessionFactory(event=event, begins=time(16))
    second, first = (ParallelSessionFactory(event=event, begins=time(14), position=place) for place in (2, 1))
    opening = SessionFactory(event=event, begins=time(10))

    [day] = client.get(event.get_absolute_url()).context["programme"]

    assert [slot.sessions for slot in day.slots] == [[opening], [first, second], [closing]]
    assert day.date == event.starts_on


def test_each_day_has_its_own_programme(client):
    event = EventFactory(starts_on="2026-06-18", ends_on="2026-06-19")
    SessionFactory(event=event, date="2026-06-19")
    SessionFactory(event=event, date="2026-06-18")

    page = page_of(client, event)

    assert page.index("Programma op donderdag 18 juni") < page.index("Programma op vrijdag 19 juni")


def test_a_session_says_who_where_and_about_what(client):
    event = EventFactory()
    session = ParallelSessionFactory(
        event=event, begins="14:00", ends="15:00", room="Zaal 3", angle="Van pilot tot spreekuur"
    )
    session.report = "Het werd druk."
    session.save()
    initiative, draft = InitiativeFactory(), InitiativeFactory(publication_state="concept", title="Nog geheim")
    session.initiatives.set([initiative, draft])
    speaker = SpeakerFactory(name="Jo Jansen", job_title="directeur", organisation=PartnerFactory(name="Het Huis"))
    for role in ("spreker", "moderator"):
        AppearanceFactory(event=event, session=session, speaker=speaker, role=role)

    page = page_of(client, event)

    assert "<dt>Spreker</dt><dd>Jo Jansen, directeur, <a" in page
    assert "<dt>Moderator</dt><dd>Jo Jansen, directeur, <a" in page
    assert "Van pilot tot spreekuur" in page
    assert "Zaal 3" in page
    assert "14.00–15.00 uur" in page
    assert "<p>Het werd druk.</p></details>" in page
    assert initiative.get_absolute_url() in page
    assert "Nog geheim" not in page


def test_who_leads_the_whole_day_stands_above_the_programme(client):
    event = EventFactory()
    AppearanceFactory(event=event, role="dagvoorzitter", speaker__name="Kim de Vries")

    assert "<dt>Dagvoorzitter</dt><dd>Kim de Vries</dd>" in page_of(client, event)


def test_a_full_session_says_so_while_one_can_register(client):
    event = EventFactory()
    full, free = (ParallelSessionFactory(event=event, capacity=capacity) for capacity in (1, 5))
    for session in (full, free):
        SessionChoiceFactory(registration__booking__event=event, session=session)

    page = page_of(client, event)

    assert "</svg>Vol</span>" in page
    assert "Nog 4 van de 5 plekken" in page


def test_afterwards_nobody_is_asked_to_choose(client):
    asked = {}
    for year in (2019, 2099):
        event = EventFactory(starts_on=date(year, 6, 1))
        ParallelSessionFactory.create_batch(2, event=event)
        asked[year] = "je kiest er één" in squeezed(client.get(event.get_absolute_url()))

    assert asked == {2019: False, 2099: True}
