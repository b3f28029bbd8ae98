"""Mending what is wrong: an address, who comes instead, and what who organises does by hand."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from events.actions.addresses import change_address, change_booking_address
from events.actions.by_hand import add_person, change_price, confirm
from events.actions.handing_over import hand_over
from events.actions.refused import RefusedError
from events.links import EventLinkRefusedError, booking_of, booking_token, place_token, registration_of
from events.models import Place, Registration
from mail.models import OutgoingMail
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    PersonalNeedsFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.booking import book_one, book_people, mail_subjects, person, places, verified
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
WHY = "Belde op 3 juni"


def now():
    return timezone.now()


def by_hand(**more):
    return {"reason": WHY, "now": now(), "user": UserFactory()} | more


def mails():
    return list(OutgoingMail.objects.order_by("pk").values_list("to", flat=True))


def test_another_address_has_another_link_and_code_and_both_are_told():
    registration = RegistrationFactory(email="fout@voorbeeld.nl")
    old_token, old_code = place_token(registration), registration.code

    mended = change_address(registration=registration, email="Goed@Voorbeeld.nl", now=now())

    assert (mended.email, mended.verified_at, mended.place) == ("goed@voorbeeld.nl", None, Place.CONFIRMED)
    assert mended.code != old_code
    assert registration_of(place_token(mended)) == mended
    with pytest.raises(EventLinkRefusedError, match="werkt niet meer"):
        registration_of(old_token)
    assert list(zip(mails(), mail_subjects(), strict=True)) == [
        ("fout@voorbeeld.nl", "Je e-mailadres is veranderd"),
        ("goed@voorbeeld.nl", "Bevestig je e-mailadres"),
    ]
    change_address(registration=mended, email="derde@voorbeeld.nl", now=now())
    told = OutgoingMail.objects.get(to="goed@voorbeeld.nl", subject__startswith="Je e-mailadres")
    assert registration.name not in told.body  # nobody said that this address was right


def test_a_colleague_of_a_group_gets_an_address_of_their_own_and_may_lose_it_again():
    booking = verified(book_people(EventFactory(), person("Ans"), person("Bo")))
    ans, bo = booking.registrations.order_by("pk")
    OutgoingMail.objects.all().delete()

    own = change_address(registration=bo, email="bo@voorbeeld.nl", now=now())
    told = OutgoingMail.objects.get(to=booking.email).body
    back = change_address(registration=own, email=booking.email, now=now())

    assert (own.email, back.email, back.is_verified) == ("bo@voorbeeld.nl", "", True)
    assert registration_of(place_token(ans)) == ans
    assert "De links en de code van Bo in eerdere mails werken niet meer." in told
    assert mails()[-2:] == ["bo@voorbeeld.nl", booking.email]
    assert mail_subjects()[-1] == "Je hebt een plek"  # nobody has to confirm what is known


def test_the_address_of_who_booked_changes_for_all_without_their_own():
    booking = book_people(EventFactory(), person("Ans"), person("Bo", email="bo@voorbeeld.nl"))
    ans, bo = booking.registrations.order_by("pk")
    tokens = [booking_token(booking), place_token(ans)]

    mended = change_booking_address(booking=booking, email="nieuw@voorbeeld.nl", now=now())

    assert booking_of(booking_token(mended)).email == "nieuw@voorbeeld.nl"
    assert registration_of(place_token(bo)) == bo
    for find, token in zip([booking_of, registration_of], tokens, strict=True):
        with pytest.raises(EventLinkRefusedError, match="werkt niet meer"):
            find(token)


def test_a_colleague_has_the_place_the_price_and_the_sessions_and_nothing_of_the_other():
    event = EventFactory(capacity=1)
    registration = RegistrationFactory(
        booking__event=event, email="ans@voorbeeld.nl", tier=PriceTierFactory(event=event), amount=85, note="Belt vaak"
    )
    PersonalNeedsFactory(registration=registration, diet="vegan")
    chosen = SessionChoiceFactory(registration=registration).session
    full = ParallelSessionFactory(event=event, capacity=1, round=2)
    waited = SessionChoiceFactory(registration=registration, session=full, place=Place.WAITING)
    guest = RegistrationFactory(booking=registration.booking, host=registration, place=Place.WAITING)

    new = hand_over(registration=registration, name="Bo  Bos", email="bo@voorbeeld.nl", now=now())

    assert (new.name, new.email, new.amount, new.note, new.is_verified) == ("Bo Bos", "bo@voorbeeld.nl", 85, "", False)
    assert new.code != registration.code
    assert not hasattr(new, "needs")
    assert [choice.session for choice in new.session_choices.live()] == [chosen, full]
    assert new.session_choices.get(session=full).pk == waited.pk  # their number in the queue
    assert list(registration.session_choices.values_list("session", "place")) == [(chosen.pk, Place.CANCELLED)]
    assert (event.registrations.holding().get(), new.guests.get()) == (new, guest)
    assert [step.text for step in new.steps.all()] == ["Plek overgenomen"]
    assert mail_subjects() == ["Je plek is nu van een collega", "Bevestig je e-mailadres"]


def test_what_is_no_place_cannot_be_handed_over():
    ended = timezone.localdate() - timedelta(days=1)
    refused = [
        RegistrationFactory(place=Place.WAITING),
        RegistrationFactory(checked_in_at=now()),
        RegistrationFactory(booking__event__starts_on=ended),
    ]

    for registration in refused:
        with pytest.raises(RefusedError):
            hand_over(registration=registration, name="Bo", email="bo@voorbeeld.nl", now=now())
    assert Registration.objects.count() == 3


def test_who_phones_gets_a_place_also_when_closed_and_waits_when_it_is_full():
    event = EventFactory(capacity=1, state="gesloten")

    for name in ("Ans", "Bo"):
        key = uuid.uuid4()
        for _ in range(2):  # the same form counts once
            add_person(event=event, key=key, person=person(name), amount=None, **by_hand())

    assert places(event) == [("Ans", Place.CONFIRMED), ("Bo", Place.WAITING)]
    assert [step.reason for step in event.registrations.first().steps.all()] == ["", WHY]
    event.has_waiting_list = False
    event.save()
    with pytest.raises(RefusedError, match="geen wachtlijst"):
        add_person(event=event, key=uuid.uuid4(), person=person("Cas"), amount=None, **by_hand())


def test_by_hand_an_address_is_confirmed_and_an_offered_place_taken():
    registration = book_one(EventFactory())
    offered = RegistrationFactory(place=Place.OFFERED, offered_until=now() + timedelta(hours=1))

    assert confirm(registration=registration, **by_hand()).booking_id == registration.booking_id
    assert Registration.objects.get(pk=registration.pk).is_verified
    assert confirm(registration=offered, **by_hand()).place == Place.CONFIRMED
    with pytest.raises(RefusedError, match="niets te bevestigen"):
        confirm(registration=offered, **by_hand())


def test_another_price_and_a_note_of_one_person():
    event = EventFactory()
    tier = PriceTierFactory(event=event, amount=145, name="Van elders")
    registration = RegistrationFactory(booking__event=event, tier=tier, amount=145)

    change_price(registration=registration, amount=85, note="Vroege prijs beloofd", **by_hand())

    changed = Registration.objects.get(pk=registration.pk)
    assert (changed.amount, changed.tier, changed.note) == (85, None, "Vroege prijs beloofd")
    assert [(step.text, step.reason) for step in changed.steps.all()] == [("Prijs veranderd", WHY)]


def test_a_price_of_ones_own_stands_on_every_page_without_what_others_pay(client):
    event = EventFactory()
    tier = PriceTierFactory(event=event, amount=145, name="Van elders")
    offer = {"place": Place.OFFERED, "offered_until": timezone.now() + timedelta(days=1)}
    registration = RegistrationFactory(booking__event=event, tier=tier, amount=145, **offer)
    change_price(registration=registration, amount=85, note="", **by_hand())
    registration.refresh_from_db()
    place = f"/agenda/plek/{place_token(registration)}/"
    booking = f"/agenda/boeking/{booking_token(registration.booking)}/"

    faults = []
    for path in (place, f"{place}aanbod/", booking):
        page = client.get(path).content.decode()
        if "€ 85" not in page.replace("\xa0", " ") or "Van elders" in page:
            faults.append(path)

    assert faults == []
