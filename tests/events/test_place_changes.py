"""Changing and giving up a place with the link from the mail."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.links import place_token
from events.models import Place, Registration
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    PersonalNeedsFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.forms import led_to
from tests.markup import squeezed

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)


def address(registration, page=""):
    return f"/agenda/plek/{place_token(registration)}/{page}"


def page_of(response):
    return squeezed(response)


def test_details_are_changed_and_wishes_come_and_go(client):
    registration = RegistrationFactory(job_title="Oud")
    fields = {"name": "Nieuwe\nNaam", "job_title": "Nieuw", "diet": "vegan", "access": "", "is_on_list": "on"}

    first = client.post(address(registration, "wijzigen/"), fields)
    changed = Registration.objects.get(pk=registration.pk)
    needs = changed.needs.diet
    client.post(address(registration, "wijzigen/"), fields | {"diet": ""})

    assert led_to(first.url) == [(registration.pk, "")]
    assert (changed.name, changed.job_title, changed.is_on_list, needs) == ("Nieuwe Naam", "Nieuw", True, "vegan")
    assert not hasattr(Registration.objects.get(pk=registration.pk), "needs")


def test_the_form_for_details_shows_what_is_stored(client):
    registration = PersonalNeedsFactory(diet="zonder noten", registration__name="Anna").registration

    page = page_of(client.get(address(registration, "wijzigen/")))

    assert 'value="Anna"' in page
    assert 'value="zonder noten"' in page


def test_details_that_cannot_be_are_a_sentence(client):
    registration = RegistrationFactory(name="Anna")
    wrong = [
        ({"name": ""}, "Naam: Vul de naam in."),
        ({"name": "a" * 10_000}, "Maak dit korter: hooguit 120 tekens."),
        ({"name": "A", "diet": "\x00"}, "Er staat een teken in dat geen tekst is."),
    ]

    answers = [client.post(address(registration, "wijzigen/"), fields) for fields, _ in wrong]

    assert [answer.status_code for answer in answers] == [422] * 3
    told = [sentence in page_of(answer) for answer, (_, sentence) in zip(answers, wrong, strict=True)]
    assert told == [True] * 3
    assert Registration.objects.get().name == "Anna"


def test_other_sessions_are_chosen_and_a_full_one_that_somebody_has_stays_theirs(client):
    event = EventFactory()
    registration = RegistrationFactory(booking__event=event)
    mine = ParallelSessionFactory(event=event, title="Van mij", capacity=1)
    full, other = ParallelSessionFactory(event=event, capacity=1), ParallelSessionFactory(event=event, round=2)
    SessionChoiceFactory(registration=registration, session=mine)
    SessionChoiceFactory(registration__booking__event=event, session=full)

    page = page_of(client.get(address(registration, "deelsessies/")))
    response = client.post(
        address(registration, "deelsessies/"), {"round_1": mine.pk, "round_2": other.pk, "wait_1": [full.pk]}
    )

    assert f'value="{mine.pk}" checked><span>Van mij</span><b>Voor jou</b>' in page
    assert led_to(response.url) == [(registration.pk, "")]
    live = registration.session_choices.order_by("session").values_list("session", "place")
    assert sorted(live) == sorted([(mine.pk, "bevestigd"), (other.pk, "bevestigd"), (full.pk, "wachtlijst")])


def test_a_full_session_is_refused_when_changing(client):
    event = EventFactory()
    registration = RegistrationFactory(booking__event=event)
    full = ParallelSessionFactory(event=event, title="Druk", capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)

    for value, sentence in ((full.pk, "‘Druk’ is vol."), (10**30, "hoort niet bij deze ronde")):
        response = client.post(address(registration, "deelsessies/"), {"round_1": value})
        assert response.status_code == 422
        assert sentence in page_of(response)
    assert registration.session_choices.count() == 0


def test_opening_the_page_cancels_nothing_and_pressing_does_once(client):
    registration = RegistrationFactory()

    opened = page_of(client.get(address(registration, "afmelden/")))
    still = Registration.objects.get().place
    pressed = client.post(address(registration, "afmelden/"))
    steps = registration.steps.count()
    again = page_of(client.post(address(registration, "afmelden/")))

    assert ("Wil je je afmelden?" in opened, still) == (True, Place.CONFIRMED)
    assert led_to(pressed.url) == [(registration.pk, "")]
    assert Registration.objects.get().place == Place.CANCELLED
    assert "Je bent al afgemeld" in again
    assert registration.steps.count() == steps


def test_after_the_begin_nothing_changes_any_more(client):
    registration = RegistrationFactory(booking__event__starts_on=YESTERDAY, name="Anna")
    pages = [address(registration, name) for name in ("wijzigen/", "deelsessies/", "afmelden/")]

    seen = [client.get(page) for page in pages]
    sent = [client.post(page, {"name": "Bea"}) for page in pages]

    assert [answer.status_code for answer in seen + sent] == [200] * 3 + [409] * 3
    assert ["De bijeenkomst is al begonnen." in page_of(answer) for answer in seen + sent] == [True] * 6
    assert Registration.objects.values_list("name", "place").get() == ("Anna", Place.CONFIRMED)
    assert "Meld je af" not in page_of(client.get(address(registration)))


def test_who_cancelled_changes_nothing(client):
    registration = RegistrationFactory(place=Place.CANCELLED)

    answers = [client.post(address(registration, page), {"name": "Bea"}) for page in ("wijzigen/", "deelsessies/")]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert ["Je hebt geen plek bij deze bijeenkomst." in page_of(answer) for answer in answers] == [True, True]
