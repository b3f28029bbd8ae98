"""Twelve people at the same moment: never more places than there are, and nobody passes another in the queue."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.actions import answering, booking, places
from events.actions.booking import book
from events.actions.by_hand import bring_back
from events.actions.handing_over import hand_over
from events.actions.verifying import verify
from events.models import Event, Registration
from tests.event_factories import EventFactory, ParallelSessionFactory, RegistrationFactory

from .booking import NO_INVOICE, person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
CLIENTS, ROUNDS = 12, 5
FREE = {"invoice": NO_INVOICE, "expected": None}


def at_once(calls):
    """Do all of these at the same moment, each on a connection of its own; what each gave or raised."""
    barrier = threading.Barrier(len(calls))

    def run(call):
        barrier.wait()
        try:
            return call()
        except Exception as error:  # noqa: BLE001 the test looks at what it was
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def register(event, name, **more):
    form = {"key": uuid.uuid4(), "email": "a@voorbeeld.nl", "invoice": NO_INVOICE, "expected": None}
    return book(event=event, people=[person(name, **more)], now=timezone.now(), **form)


def register_group(event, number):
    form = {"key": uuid.uuid4(), "email": f"groep{number}@voorbeeld.nl", "invoice": NO_INVOICE, "expected": None}
    people = [person(f"Groep {number}"), person(f"Ook {number}")]
    return book(event=event, people=people, now=timezone.now(), comes_together=True, **form)


def in_twelve(event, **more):
    return at_once([lambda n=n: register(event, f"Klant {n}", **more) for n in range(CLIENTS)])


def counts(event):
    places = list(event.registrations.order_by("pk").values_list("place", flat=True))
    return places.count("bevestigd"), places.count("wachtlijst")


def test_the_last_place_goes_to_one_of_twelve():
    for _ in range(ROUNDS):
        event = EventFactory(capacity=1)
        in_twelve(event)
        assert counts(event) == (1, 11)


def test_without_the_lock_the_last_place_is_sold_more_than_once(monkeypatch):
    """The control: it shows that the test above would notice; on most machines in the first round."""
    monkeypatch.setattr(booking, "lock_loaded", lambda event: Event.objects.with_places_taken().get(pk=event.pk))

    def sold():
        event = EventFactory(capacity=2)
        RegistrationFactory(booking__event=event)  # the first of an event waits for what was told, and so for others
        in_twelve(event)
        return counts(event)[0]

    assert any(sold() > 2 for _ in range(1000))  # stops at the first


def test_the_last_place_in_a_session_goes_to_one_of_twelve():
    for _ in range(ROUNDS):
        event = EventFactory()
        session = ParallelSessionFactory(event=event, capacity=1)
        in_twelve(event, sessions=(session,))
        assert session.choices.count() == 1
        assert counts(event) == (1, 0)  # who missed it is told so, and not half registered


def test_a_form_sent_twelve_times_at_once_counts_once():
    for _ in range(ROUNDS):
        event, key = EventFactory(), uuid.uuid4()
        form = {"email": "a@voorbeeld.nl", "invoice": NO_INVOICE, "expected": None, "now": timezone.now()}
        found = at_once([lambda e=event, k=key, f=form: book(event=e, key=k, people=[person()], **f)] * CLIENTS)
        assert len({each.pk for each in found}) == 1
        assert event.registrations.count() == 1


def test_an_address_sent_in_by_twelve_is_verified_once():
    event = EventFactory()
    in_twelve(event, email="Ans@voorbeeld.nl")

    at_once([lambda r=r: verify(addressee=r, now=timezone.now()) for r in event.registrations.all()])

    assert event.registrations.verified().count() == 1


def test_cancelling_while_offers_are_made_keeps_count_and_order():
    """Six give up their place, six who wait leave the queue, all at once: who stayed is offered one, in order."""
    event = EventFactory(capacity=6)
    there = RegistrationFactory.create_batch(6, booking__event=event)
    queue = RegistrationFactory.create_batch(18, booking__event=event, place="wachtlijst")
    leaving = queue[::3]

    at_once([lambda r=r: places.cancel(registration=r, now=timezone.now()) for r in [*there, *leaving]])
    places.lapse_offers(now=timezone.now())

    assert event.registrations.holding().count() == 6
    waiting = event.registrations.waiting().values_list("pk", flat=True)
    offered = Registration.objects.filter(event=event, place="aangeboden").values_list("pk", flat=True)
    assert max(offered) < min(waiting)


def test_an_offer_is_taken_or_passed_on_but_never_both():
    for _ in range(ROUNDS):
        event = EventFactory(capacity=1)
        late = timezone.now() - timedelta(seconds=1)
        first = RegistrationFactory(booking__event=event, place="aangeboden", offered_until=late)
        RegistrationFactory(booking__event=event, place="wachtlijst")
        now = timezone.now()

        at_once(
            [lambda r=first, m=late: answering.accept_offer(registration=r, now=m - timedelta(seconds=1))]
            + [lambda m=now: places.lapse_offers(now=m)] * 3
        )

        assert event.registrations.holding().count() == 1


def test_what_is_brought_back_and_handed_over_at_once_never_makes_more_places():
    """Of two places one goes to a colleague, twice at once, while three are brought back and two register."""
    for _ in range(ROUNDS):
        event = EventFactory(capacity=2)
        there = RegistrationFactory(booking__event=event)
        gone = RegistrationFactory.create_batch(3, booking__event=event, place="geannuleerd")
        moment = timezone.now()
        hand = {"reason": "Belde", "now": moment, "user": None}
        calls = [
            lambda r=there, m=moment: hand_over(registration=r, name="Bo", email="bo@voorbeeld.nl", now=m),
            lambda r=there, m=moment: hand_over(registration=r, name="Cas", email="cas@voorbeeld.nl", now=m),
        ]
        calls += [lambda r=r, h=hand: bring_back(registration=r, may_wait=True, **h) for r in gone]
        calls += [lambda e=event, n=n: register(e, f"Klant {n}") for n in range(2)]

        at_once(calls)

        assert event.registrations.holding().count() == 2
        assert event.registrations.filter(name__in=["Bo", "Cas"]).count() == 1


def test_groups_that_come_together_are_never_split_however_many_come_and_go_at_once():
    for _ in range(ROUNDS):
        event = EventFactory(capacity=5)
        there = RegistrationFactory.create_batch(3, booking__event=event)
        moment = timezone.now()
        calls = [lambda e=event, n=n: register_group(e, n) for n in range(6)]
        calls += [lambda r=r, m=moment: places.cancel(registration=r, now=m) for r in there]
        calls += [lambda e=event, n=n: register(e, f"Klant {n}") for n in range(3)]

        at_once(calls)
        places.lapse_offers(now=moment)

        assert event.registrations.holding().count() == 5
        of_groups = Registration.objects.filter(event=event, booking__comes_together=True)
        held = of_groups.holding().values_list("booking").annotate(count=Count("pk"))
        assert {count for _, count in held} <= {2}


def test_who_holds_the_lock_asks_little_and_two_things_more_for_each_of_a_group():
    """Everybody who registers meanwhile waits for it."""
    asked = []
    for count in (1, 3):
        event = Event.objects.prefetch_related("days", "price_tiers__provinces").get(pk=EventFactory().pk)
        register(event, "Eerste")
        with CaptureQueriesContext(connection) as captured:
            people = [person(f"Klant {number}", email=f"{number}@voorbeeld.nl") for number in range(count)]
            book(event=event, people=people, now=timezone.now(), key=uuid.uuid4(), email="b@voorbeeld.nl", **FREE)
        statements = [query["sql"] for query in captured]
        [locked] = [number for number, sql in enumerate(statements) if "FOR NO KEY UPDATE" in sql]
        asked.append(len(statements) - locked)

    # the lock, the counts, the key, the booking, who is known, the mails, their work; for each person two; the end
    assert asked == [10, 14]
