"""The door for volunteers: one day, names and codes only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.links import door_address, door_token
from events.models import DataAccess, Place
from tests.event_factories import EventFactory, PersonalNeedsFactory, RegistrationFactory
from tests.events.organisers import organised_event, organiser_of, page
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


def door(event, days=0):
    return f"/agenda/deur/{door_token(event, timezone.localdate() + timedelta(days=days))}/"


def text(response):
    return response.content.decode()


@pytest.fixture
def event():
    return EventFactory(starts_on=timezone.localdate())


def test_a_volunteer_finds_a_name_and_lets_somebody_in_once(client, event):
    ans = RegistrationFactory(booking__event=event, name="Ans de Vries", organisation_name="De Bieb", email="a@b.nl")
    PersonalNeedsFactory(registration=ans, diet="notenallergie")

    found = text(client.get(door(event), {"q": "vries"}))
    answers = [text(client.post(f"{door(event)}?q=vries", {"wie": ans.code})) for _ in range(2)]

    ans.refresh_from_db()
    assert ("Ans de Vries" in found, ans.code in found) == (True, True)
    assert [word for word in ("De Bieb", "a@b.nl", "notenallergie") if word in found] == []
    assert ["is binnen." in answers[0], "was al binnen sinds " in answers[1]] == [True, True]
    assert "Is binnen sinds" in answers[0]  # and there is no button any more
    assert ans.checked_in_at is not None
    assert DataAccess.objects.get().kind == "inchecken"


def test_what_waited_for_the_network_is_taken_in_with_its_moment(client, event):
    ans, elsewhere = RegistrationFactory(booking__event=event, name="Ans"), RegistrationFactory()
    moment = timezone.now() - timedelta(minutes=5)
    sent = {"wie": [f"{ans.code} {moment.isoformat()}", elsewhere.code]}

    answers = client.post(door(event), sent, headers={"accept": "application/json"}).json()

    ans.refresh_from_db()
    assert answers[ans.code] == ["Ans is binnen.", ""]
    assert answers[elsewhere.code] == ["", "Deze code kennen we niet. Zoek op naam."]
    assert ans.checked_in_at == moment


def test_a_volunteer_types_a_name_without_its_accents(client, event):
    RegistrationFactory(booking__event=event, name="Şükrü O’Brien")

    found = [text(client.get(door(event), {"q": words})) for words in ("sukru", "O'Brien", "brien sukru", "anna")]

    assert ["Şükrü" in page for page in found] == [True, True, True, False]


def test_the_list_is_everybody_with_a_place_by_name_and_code_only(client, event):
    ans = RegistrationFactory(booking__event=event, name="Ans de Vries", organisation_name="De Bieb", email="a@b.nl")
    RegistrationFactory(booking__event=event, name="Wil Wacht", place=Place.WAITING)
    RegistrationFactory(name="Anna Elders")

    shown = client.get(door(event) + "lijst/")
    after = text(client.post(door(event) + "lijst/", {"wie": ans.code}))
    refused = [client.get(door(event, days) + "lijst/").status_code for days in (-1, 1)]

    page_of_list = text(shown)
    assert ("Ans de Vries" in page_of_list, ans.code in page_of_list) == (True, True)
    hidden = ("Wil Wacht", "Anna Elders", "De Bieb", "a@b.nl")
    assert [word for word in hidden if word in page_of_list] == []
    midnight = f"{timezone.localdate() + timedelta(days=1):%Y-%m-%d}T00:00:00"
    assert f'data-until="{midnight}' in page_of_list
    assert ("Ans de Vries is binnen." in after, "Is binnen sinds" in after) == (True, True)
    assert refused == [410, 410]
    assert ("camera=(self)" in shown["Permissions-Policy"], "no-store" in shown["Cache-Control"]) == (True, True)


def test_the_list_takes_as_many_queries_for_more_people(client, event):
    counts = []
    for size in (1, 2):
        RegistrationFactory.create_batch(size, booking__event=event)
        counts.append(number_of_queries(lambda: client.get(door(event) + "lijst/")))

    assert counts[0] == counts[1]


def test_it_shows_no_list_and_nobody_of_another_meeting(client, event):
    RegistrationFactory(booking__event=event, name="Ans")
    RegistrationFactory(booking__event=event, name="Anton wacht", place=Place.WAITING)
    other = RegistrationFactory(name="Anna elders")

    pages = [text(client.get(door(event), {"q": words})) for words in ("", "a", "an")]

    assert ["Ans" in page for page in pages] == [False, False, True]
    assert [name for name in ("Anton wacht", "Anna elders") if name in pages[2]] == []
    assert client.post(door(event), {"wie": other.code}).status_code == 404
    assert [client.post(door(event), {"wie": code}).status_code for code in ("onzin", "", "\x00")] == [404] * 3
    assert client.get(door(event), {"q": "a\x00n"}).status_code == 200


def test_the_link_works_on_its_day_only(client, event):
    answers = [client.get(door(event, days)) for days in (-1, 0, 1)]

    assert [answer.status_code for answer in answers] == [410, 200, 410]
    assert "Deze link werkt alleen op " in text(answers[0])


def test_the_organiser_finds_the_links_of_the_days_to_come(client):
    today = timezone.localdate()
    event = organised_event(starts_on=today - timedelta(days=1), ends_on=today + timedelta(days=1))
    client.force_login(organiser_of(event))

    doors = client.get(page(event, "check_in")).context["doors"]

    assert [day for day, _ in doors] == [today, today + timedelta(days=1)]
    assert doors[0][1].split("/")[:5] == door_address(event, today).split("/")[:5]
