"""A meeting may have a limit for who comes and one for who is online, beside the one of all together."""

import re
from uuid import uuid4

import pytest
from django.utils import timezone

from events.actions.offers import offer_places
from events.actions.places import cancel, change_details, lapse_offers
from events.actions.refused import RefusedError
from events.models import Event, Place
from events.registering import why_closed
from mail.models import OutgoingMail
from tests.event_factories import EventFactory
from tests.events import forms
from tests.events.booking import book_one, book_people, person, places, refusal
from tests.events.organisers import organised_event, organiser_of, page

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING, OFFERED = Place.CONFIRMED, Place.WAITING, Place.OFFERED


def now():
    return timezone.now()


def hybrid(**fields):
    return EventFactory(attendance="hybride", **fields)


def online(event, name, **more):
    return book_one(event, name, takes_part_online=True, **more)


def states(event):
    return [place for _, place in places(event)]


def test_who_finds_their_way_full_waits_and_others_do_not():
    for limits in ({"capacity": 9}, {}):
        event = hybrid(online_capacity=1, on_site_capacity=2, **limits)
        online(event, "A")
        online(event, "B")
        for name in ("C", "D", "E"):
            book_one(event, name)

        assert states(event) == [CONFIRMED, WAITING, CONFIRMED, CONFIRMED, WAITING], limits


def test_all_together_stay_within_the_whole_and_who_waits_for_that_goes_first():
    event = hybrid(capacity=2, online_capacity=2)
    book_one(event, "A")
    online(event, "B")
    waiting = online(event, "C")
    Event.objects.filter(pk=event.pk).update(capacity=3)
    book_one(event, "D")

    lapse_offers(now=now())

    waiting.refresh_from_db()
    assert waiting.place == OFFERED
    assert states(event) == [CONFIRMED, CONFIRMED, OFFERED, WAITING]


def test_what_is_free_is_offered_to_the_first_who_takes_part_so():
    event = hybrid(online_capacity=1, on_site_capacity=1)
    online(event, "A")
    there = book_one(event, "B")
    for name in ("C", "D"):
        online(event, name)
    book_one(event, "E")
    book_people(event, person("F"), person("G"), comes_together=True)

    cancel(registration=there, now=now())

    assert states(event) == [CONFIRMED, Place.CANCELLED, WAITING, WAITING, OFFERED, WAITING, WAITING]


def test_going_online_asks_for_a_place_there_and_frees_the_other():
    event = hybrid(online_capacity=1, on_site_capacity=1)
    there = book_one(event, "A")
    book_one(event, "B")

    change_details(registration=there, values={"takes_part_online": True}, now=now())
    first = states(event)
    other = event.registrations.last()
    with pytest.raises(RefusedError) as refused:
        change_details(registration=other, values={"takes_part_online": True}, now=now())

    assert first == [CONFIRMED, OFFERED]
    told = [mail.body for mail in OutgoingMail.objects.order_by("-pk")[:2]]
    assert ["Er is een plek vrij op locatie" in body for body in told] == [True, False]
    assert ["Je doet online mee." in body for body in told] == [False, True]
    assert str(refused.value) == "Online is geen plek meer vrij. Je plek op locatie blijft van jou."
    other.refresh_from_db()
    assert not other.takes_part_online


def test_without_a_waiting_list_the_form_says_who_does_not_fit():
    event = hybrid(online_capacity=1, has_waiting_list=False)

    said = refusal(event, person("A", takes_part_online=True), person("B", takes_part_online=True))
    online(event, "C")

    assert said == "Online is geen plek meer voor B."
    assert why_closed(Event.objects.with_places_taken().get(pk=event.pk), now()) == ""


def test_the_form_and_the_check_say_what_is_full(client):
    event = hybrid(online_capacity=1, on_site_capacity=4, capacity=9)
    online(event, "A")
    data = forms.form(forms.person(0, attendance="online"))

    asked = re.sub(r"\s+", " ", client.get(forms.address(event)).content.decode())
    checked = client.post(forms.address(event), data | {"stap": "controleer"}).content.decode()
    forms.confirm(client, event, data)

    assert "Online (vol: je komt op de wachtlijst)" in asked
    assert "Online: vol" in asked
    assert "Nog 4" in asked  # the hall has no more, whatever is left of all together
    assert "Op locatie (vol" not in asked
    assert "Zet op de wachtlijst" in checked
    assert states(event) == [CONFIRMED, WAITING]


def test_the_overview_counts_both(client):
    event = organised_event(attendance="hybride", on_site_capacity=5, online_capacity=5)
    online(event, "A")
    online(event, "B")
    book_one(event, "C")
    client.force_login(organiser_of(event))

    overview = client.get(page(event, "overview")).content.decode()

    assert "1 van 5 plekken bezet" in overview
    assert "2 van 5 plekken bezet" in overview


def test_nothing_is_offered_beyond_what_is_left():
    event = hybrid(online_capacity=3)
    for name in ("A", "B", "C", "D", "E"):
        online(event, name)
    Event.objects.filter(pk=event.pk).update(online_capacity=4)

    offer_places(Event.objects.with_places_taken().get(pk=event.pk), now=now())

    assert states(event) == [CONFIRMED] * 3 + [OFFERED, WAITING]


def test_somebody_who_phones_may_take_part_online(client):
    event = organised_event(attendance="hybride", online_capacity=1)
    online(event, "A")
    client.force_login(organiser_of(event))
    values = {"key": uuid4(), "name": "Bel", "sector": "anders", "province": "", "reason": "Belde"}

    client.post(page(event, "attendee_add"), values | {"takes_part_online": "on"})
    client.post(page(event, "attendee_add"), values | {"key": uuid4(), "name": "Ook"})

    assert places(event)[1:] == [("Bel", WAITING), ("Ook", CONFIRMED)]
