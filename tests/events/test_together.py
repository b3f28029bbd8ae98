"""A group that only comes together gets places for all of them or none; others do not wait for that."""

import re

import pytest
from django.utils import timezone

from events.actions.answering import accept_offer, decline_offer
from events.actions.places import cancel, lapse_offers
from events.mails import mail_about_booking
from events.models import Booking, Place
from mail.models import OutgoingMail
from tests.event_factories import EventFactory, RegistrationFactory
from tests.events import forms
from tests.events.booking import book_one, book_people, person, places

pytestmark = pytest.mark.django_db


def now():
    return timezone.now()


@pytest.fixture
def event():
    """Three places, two of which are taken."""
    event = EventFactory(capacity=3)
    RegistrationFactory.create_batch(2, booking__event=event)
    return event


def family(event):
    return book_people(event, person("Ouder"), person("Kind"), comes_together=True)


def last(event, count=3):
    return places(event)[-count:]


def test_all_wait_where_not_all_fit_and_who_comes_after_goes_first(event):
    family(event)
    book_one(event, "Ans")

    lapse_offers(now=now())

    assert last(event) == [("Ouder", Place.WAITING), ("Kind", Place.WAITING), ("Ans", Place.OFFERED)]


def test_each_for_themselves_takes_what_is_free(event):
    book_people(event, person("Ouder"), person("Kind"))

    assert last(event, 2) == [("Ouder", Place.CONFIRMED), ("Kind", Place.WAITING)]


def test_their_mail_says_that_they_wait_together(event):
    told = {}
    for name, booking in {"together": family(event), "apart": book_people(event, person("Ans"), person("Bo"))}.items():
        OutgoingMail.objects.all().delete()
        mail_about_booking(booking, list(booking.registrations.all()))
        told[name] = "Jullie komen alleen samen." in OutgoingMail.objects.get().body

    assert told == {"together": True, "apart": False}


def test_where_all_fit_nobody_waits():
    event = EventFactory(capacity=2)

    family(event)

    assert last(event, 2) == [("Ouder", Place.CONFIRMED), ("Kind", Place.CONFIRMED)]


@pytest.mark.parametrize(("answer", "place"), [(accept_offer, Place.CONFIRMED), (decline_offer, Place.CANCELLED)])
def test_as_soon_as_there_are_enough_all_are_offered_one_and_one_answer_counts_for_all(event, answer, place):
    booking = family(event)
    cancel(registration=event.registrations.first(), now=now())
    offered = last(event, 2)

    answer(registration=booking.registrations.last(), now=now())

    assert offered == [("Ouder", Place.OFFERED), ("Kind", Place.OFFERED)]
    assert last(event, 2) == [("Ouder", place), ("Kind", place)]


def test_the_form_asks_a_group_and_the_check_page_says_it(client, event):
    two = (forms.person(0), forms.person(1))
    asked = client.post(forms.address(event), forms.form(*two) | {"stap": "erbij"}).content.decode()
    data = forms.form(*two, comes_together="on")

    checked = client.post(forms.address(event), data | {"stap": "controleer"}).content.decode()
    forms.confirm(client, event, data)

    assert 'name="comes_together"' in asked
    assert "Jullie komen alleen samen" in re.sub(r"\s+", " ", checked)
    assert "Deelsessies kies je" not in checked  # this meeting has none
    assert Booking.objects.latest("pk").comes_together
    assert [place for _, place in last(event, 2)] == [Place.WAITING] * 2


def test_the_check_page_says_it_too_where_all_is_full(client, event):
    book_one(event, "Ans")
    two = (forms.person(0), forms.person(1))

    checked = {}
    for ticked in ("on", ""):
        data = forms.form(*two, comes_together=ticked)
        page = client.post(forms.address(event), data | {"stap": "controleer"}).content.decode()
        checked[ticked] = "Jullie komen alleen samen" in re.sub(r"\s+", " ", page)

    assert checked == {"on": True, "": False}
