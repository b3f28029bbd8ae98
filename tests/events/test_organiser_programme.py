"""The whole programme on one page, changed in place."""

from datetime import time

import pytest

from events.models import Session
from tests.event_factories import (
    AppearanceFactory,
    ParallelSessionFactory,
    SessionChoiceFactory,
    SessionFactory,
)
from tests.events.organisers import organised_event, organiser_of, page
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(client):
    event = organised_event(title="Jaarcongres", slug="jaarcongres", capacity=3)
    client.force_login(organiser_of(event))
    return event


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def rows_of(client, event):
    """What the form of the programme holds now, as a browser would send it."""
    rows = client.get(page(event, "programme")).context["rows"]
    sent = {
        f"{rows.prefix}-TOTAL_FORMS": rows.total_form_count(),
        f"{rows.prefix}-INITIAL_FORMS": rows.initial_form_count(),
    }
    for form in rows:
        for field in form:
            value = field.value()
            sent[field.html_name] = "" if value is None or value is False else value
    return sent


def save(client, event, **changed):
    return client.post(
        page(event, "programme"),
        rows_of(client, event) | {f"onderdeel-{name.replace('_', '-', 1)}": value for name, value in changed.items()},
        follow=True,
    )


def test_a_session_is_changed_in_place(client, event):
    SessionFactory(event=event, title="Opening")

    shown = text(
        save(client, event, **{"0_title": "Welkom", "0_room": "Zaal 1", "0_begins": "10:00", "0_ends": "10:30"})
    )

    found = Session.objects.get()
    assert (found.title, found.room, found.begins) == ("Welkom", "Zaal 1", time(10))
    assert "Het programma is bewaard." in shown


def test_new_sessions_get_an_address_of_their_own(client, event):
    save(
        client, event, **{"0_title": "Taal", "1_title": "Taal", "2_title": "Geld", "2_kind": "deelsessie", "2_round": 1}
    )

    assert sorted(Session.objects.values_list("slug", flat=True)) == [
        "jaarcongres-geld",
        "jaarcongres-taal",
        "jaarcongres-taal-2",
    ]
    assert set(Session.objects.values_list("event", flat=True)) == {event.pk}


WRONG = [
    ({"title": ""}, "Dit veld is verplicht"),
    (
        {"begins": "11:00", "ends": "10:00"},
        "Een onderdeel eindigt na het begin. Begint het om 17 uur of later, dan kan het tot 6 uur ’s nachts duren.",
    ),
    ({"date": "1999-01-01"}, "Deze dag valt buiten de bijeenkomst."),
    ({"capacity": "5"}, "Alleen een deelsessie heeft een aantal plekken"),
    ({"capacity": "9" * 30}, "cur-error"),
    ({"title": "a" * 10_000}, "cur-error"),
    ({"room": "\x00"}, "cur-error"),
]


def test_a_wrong_row_is_explained(client, event):
    SessionFactory(event=event, title="Opening")
    right, unexplained = rows_of(client, event), []

    for typed, sentence in WRONG:
        wrong = {f"onderdeel-0-{name}": value for name, value in typed.items()}
        if sentence not in text(client.post(page(event, "programme"), right | wrong)):
            unexplained.append((typed, sentence))

    assert unexplained == []
    assert Session.objects.get().title == "Opening"


def test_a_session_that_somebody_chose_stays(client, event):
    choice = SessionChoiceFactory(registration__booking__event=event)

    shown = text(save(client, event, **{"0_DELETE": "on"}))

    assert "hebben al mensen gekozen" in shown
    assert Session.objects.get() == choice.session


def test_a_session_that_somebody_chose_stays_in_its_round(client, event):
    SessionChoiceFactory(registration__booking__event=event)

    shown = text(save(client, event, **{"0_round": 2}))

    assert "de soort en de ronde blijven" in shown
    assert Session.objects.get().round == 1


def test_a_session_that_nobody_chose_goes(client, event):
    ParallelSessionFactory(event=event)

    save(client, event, **{"0_DELETE": "on"})

    assert Session.objects.count() == 0


def test_a_session_of_another_event_cannot_be_changed(client, event):
    other, own = SessionFactory(title="Van een ander"), SessionFactory(event=event)

    save(client, event, **{"0_id": other.pk, "0_title": "Gekaapt"})

    assert sorted(Session.objects.values_list("title", flat=True)) == sorted(["Van een ander", own.title])


def test_a_form_without_rows_is_explained(client, event):
    too_many = {"onderdeel-TOTAL_FORMS": "9" * 30, "onderdeel-INITIAL_FORMS": "-1"}

    answers = [client.post(page(event, "programme"), broken) for broken in ({}, too_many)]

    assert [answer.status_code for answer in answers] == [200, 200]


def test_the_programme_costs_the_same_with_1_and_3(client, event):
    def add():
        session = ParallelSessionFactory(event=event)
        AppearanceFactory(event=event, session=session)

    add()
    one = number_of_queries(lambda: client.get(page(event, "programme")))
    add()
    add()

    assert number_of_queries(lambda: client.get(page(event, "programme"))) == one


def test_a_row_that_is_no_longer_there_changes_no_other(client, event):
    opening = SessionFactory(event=event, title="Opening")

    save(client, event, **{"0_id": "999999", "0_title": "Welkom"})

    assert list(Session.objects.values_list("pk", "title")) == [(opening.pk, "Opening")]


def test_a_round_is_held_once_more_without_its_hours(client, event):
    here = ParallelSessionFactory(event=event, title="Taal", room="Zaal 1", begins=time(10), ends=time(11))
    AppearanceFactory(event=event, session=here)
    ParallelSessionFactory(event=event, title="Geld")

    shown = text(client.post(page(event, "programme"), {"ronde": "1"}, follow=True))
    wrong = text(client.post(page(event, "programme"), {"ronde": "\x00"}, follow=True))

    copies = event.sessions.filter(round=2).order_by("pk")
    assert [(each.title, each.room, each.begins) for each in copies] == [("Taal", "Zaal 1", None), ("Geld", "", None)]
    assert [each.appearances.count() for each in copies] == [1, 0]
    assert ("Ronde 2 is gemaakt" in shown, "Deze ronde is er niet." in wrong) == (True, True)


def test_more_empty_rows_are_there_for_the_asking(client, event):
    counts = [
        client.get(page(event, "programme", query)).context["rows"].total_form_count() for query in ("", "rijen=meer")
    ]

    assert counts == [3, 12]
