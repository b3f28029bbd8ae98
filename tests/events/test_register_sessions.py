"""Choosing sessions on the form."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from events.models import Place, Registration
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    SessionChoiceFactory,
)
from tests.events.forms import address, check, confirm, form, person, rows
from tests.markup import squeezed

pytestmark = pytest.mark.django_db


def page_of(response):
    return squeezed(response)


def test_each_session_says_how_many_places_are_left(client):
    event = EventFactory()
    ParallelSessionFactory(event=event, title="Ruim", capacity=12)
    ParallelSessionFactory(event=event, title="Krap", capacity=1)
    ParallelSessionFactory(event=event, title="Onbegrensd")
    full = ParallelSessionFactory(event=event, title="Druk", capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)

    page = page_of(client.get(address(event)))

    assert "<span>Ruim</span><b>12 plekken</b>" in page
    assert "<span>Krap</span><b>1 plek</b>" in page
    assert "<span>Onbegrensd</span><b></b>" in page
    assert f'value="{full.pk}" disabled><span>Druk</span><b>Vol</b>' in page
    assert "Zet mij op de wachtlijst voor ‘Druk’" in page
    assert page.count("Zet mij op de wachtlijst") == 1


def test_the_question_names_the_day_where_a_meeting_has_more(client):
    first, second = timezone.localdate() + timedelta(days=40), timezone.localdate() + timedelta(days=41)
    asked = []
    for last, day in ((second, second), (second, None), (first, first)):
        event = EventFactory(starts_on=first, ends_on=last)
        ParallelSessionFactory.create_batch(2, event=event, date=day, begins="13:00", ends="14:00")
        found = re.search("Kies een deelsessie[^<]*", page_of(client.get(address(event))))
        asked.append(found.group().strip())

    on_its_day = f"Kies een deelsessie op {date_format(second, 'l j F')} om 13.00 uur"
    assert asked == [on_its_day, *["Kies een deelsessie om 13.00 uur"] * 2]


def test_a_session_and_a_waiting_list_are_stored(client):
    event = EventFactory()
    free, full = ParallelSessionFactory(event=event), ParallelSessionFactory(event=event, capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)

    confirm(client, event, form(person(round_1=free.pk, wait_1=[full.pk])))

    stored = Registration.objects.get(name="Persoon 0").session_choices.order_by("session")
    assert list(stored.values_list("session", "place")) == [(free.pk, Place.CONFIRMED), (full.pk, Place.WAITING)]


def test_a_session_that_is_chosen_is_not_waited_for_as_well(client):
    event = EventFactory()
    session = ParallelSessionFactory(event=event)

    confirm(client, event, form(person(round_1=session.pk, wait_1=[session.pk])))

    assert list(Registration.objects.get().session_choices.values_list("place", flat=True)) == [Place.CONFIRMED]


def test_a_session_that_is_not_there_is_refused(client):
    event, other = EventFactory(), ParallelSessionFactory()
    ParallelSessionFactory(event=event)
    of_another_round = ParallelSessionFactory(event=event, round=2)
    values = [other.pk, of_another_round.pk, 10**30, "onzin", "\x00"]
    wrong = [{field: value} for field in ("round_1", "wait_1") for value in values]
    before = rows()

    answers = [confirm(client, event, form(person(**each))) for each in wrong]
    answers.append(check(client, event, form(person(**wrong[0]))))

    assert [answer.status_code for answer in answers] == [422] * 11
    sentence = "Deze deelsessie hoort niet bij deze ronde. Kies een andere."
    assert [sentence in page_of(answer) for answer in answers] == [True] * 11
    assert rows() == before


@pytest.mark.parametrize("send", [check, confirm])
def test_two_sessions_in_one_round_are_refused(client, send):
    event = EventFactory()
    pair = [ParallelSessionFactory(event=event).pk for _ in range(2)]

    response = send(client, event, form(person(round_1=pair)))

    assert response.status_code == 422
    assert "Kies één deelsessie per ronde." in page_of(response)
    assert rows() == (0, 0, 0)


def test_a_full_session_is_refused_at_its_field_and_nothing_is_half_booked(client):
    event = EventFactory()
    full = ParallelSessionFactory(event=event, title="Druk", capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)
    before = rows()
    data = form(person(0), person(1, round_1=full.pk))

    responses = [check(client, event, data), confirm(client, event, data)]

    assert [response.status_code for response in responses] == [422, 422]
    for response in responses:
        assert "Persoon 2, Kies een deelsessie: ‘Druk’ is vol." in page_of(response)
    assert rows() == before


def test_of_a_group_who_does_not_fit_in_a_session_is_named_and_may_wait_for_it(client):
    event = EventFactory()
    session = ParallelSessionFactory(event=event, title="Krap", angle="Ouders", capacity=1)
    people = person(0, round_1=session.pk), person(1, round_1=session.pk)

    pages = [send(client, event, form(*people)) for send in (check, confirm)]
    confirm(client, event, form(people[0], person(1, wait_1=[session.pk])))

    assert [each.status_code for each in pages] == [422, 422]
    for page in map(page_of, pages):
        # above and there
        assert page.count("In ‘Krap (Ouders)’ is geen plek meer voor Persoon 1. Kies een andere") == 2
        assert page.count("Zet mij op de wachtlijst voor ‘Krap (Ouders)’") == 1
    assert list(session.choices.order_by("pk").values_list("place", flat=True)) == [Place.CONFIRMED, Place.WAITING]
