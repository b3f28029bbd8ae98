"""Places that are given up, offered, taken, refused and passed on, in order."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from accounts.models import OutgoingMail
from events.actions.places import (
    accept_offer,
    accept_session_offer,
    cancel,
    change_details,
    change_sessions,
    decline_offer,
    decline_session_offer,
    lapse_offers,
)
from events.actions.refused import RefusedError
from events.models import Event, PersonalNeeds
from tests.event_factories import EventDayFactory, EventFactory, ParallelSessionFactory, RegistrationFactory

from .booking import book_one, mail_subjects, places

pytestmark = pytest.mark.django_db


def full_event(*names, capacity=1, **fields):
    """An event with so many places, and these people in order."""
    event = EventFactory(capacity=capacity, **fields)
    return event, [book_one(event, name) for name in names]


def now():
    return timezone.now()


def states(event):
    return [place for _, place in places(event)]


def test_a_freed_place_is_offered_to_who_waits_longest():
    event, [ans, *_] = full_event("Ans", "Bert", "Cor")

    cancel(registration=ans, now=now())

    assert places(event) == [("Ans", "geannuleerd"), ("Bert", "aangeboden"), ("Cor", "wachtlijst")]
    assert mail_subjects()[3:] == ["Je bent afgemeld", "Er is een plek voor je vrij"]


def test_an_offer_stands_for_the_hours_of_the_event():
    event, [ans, bert] = full_event("Ans", "Bert", offer_hours=24)
    moment = now()

    cancel(registration=ans, now=moment)

    bert.refresh_from_db()
    assert bert.offered_until == moment + timedelta(hours=24)


def test_an_offer_never_stands_longer_than_until_the_begin():
    tomorrow = timezone.localdate() + timedelta(days=1)
    event, [ans, bert] = full_event("Ans", "Bert", starts_on=tomorrow)
    day = EventDayFactory(event=event, date=tomorrow, begins=time(9))

    cancel(registration=ans, now=now())

    bert.refresh_from_db()
    assert bert.offered_until <= day.begins_at


def test_an_offer_is_taken_once_and_twice():
    event, [ans, bert] = full_event("Ans", "Bert")
    cancel(registration=ans, now=now())

    for _ in range(2):
        accept_offer(registration=bert, now=now())

    assert states(event) == ["geannuleerd", "bevestigd"]
    assert mail_subjects().count("Je hebt een plek") == 2  # of Ans, and one of Bert


def test_who_says_no_passes_the_place_on():
    event, [ans, bert, cor] = full_event("Ans", "Bert", "Cor")
    cancel(registration=ans, now=now())

    decline_offer(registration=bert, now=now())

    assert states(event) == ["geannuleerd", "geannuleerd", "aangeboden"]


def test_an_offer_that_nobody_takes_passes_on():
    event, [ans, bert, cor] = full_event("Ans", "Bert", "Cor")
    cancel(registration=ans, now=now())

    lapse_offers(now=now() + timedelta(hours=49))

    assert states(event) == ["geannuleerd", "vervallen", "aangeboden"]
    assert mail_subjects()[-2:] == ["Je aanbod is verlopen", "Er is een plek voor je vrij"]


def test_an_offer_is_left_alone_until_its_end():
    event, [ans, bert, cor] = full_event("Ans", "Bert", "Cor")
    cancel(registration=ans, now=now())

    lapse_offers(now=now() + timedelta(hours=47))

    assert states(event) == ["geannuleerd", "aangeboden", "wachtlijst"]


def test_a_late_yes_is_refused():
    event, [ans, bert] = full_event("Ans", "Bert")
    cancel(registration=ans, now=now())

    with pytest.raises(RefusedError, match="geldt niet meer"):
        accept_offer(registration=bert, now=now() + timedelta(hours=49))

    assert states(event) == ["geannuleerd", "aangeboden"]


def test_who_was_offered_nothing_can_take_nothing():
    event, [_, bert] = full_event("Ans", "Bert")

    with pytest.raises(RefusedError, match="geen plek die je kunt aannemen"):
        accept_offer(registration=bert, now=now())


def test_the_order_survives_cancellations_while_places_are_offered():
    event, people = full_event("A", "B", "C", "D", "E", "F", capacity=2)
    a, b, c, d, *_ = people

    cancel(registration=a, now=now())  # C is offered a place
    cancel(registration=d, now=now())  # leaves the queue
    cancel(registration=b, now=now())  # E is offered one: D is gone
    decline_offer(registration=c, now=now())  # F is next

    assert places(event) == [
        ("A", "geannuleerd"), ("B", "geannuleerd"), ("C", "geannuleerd"), ("D", "geannuleerd"),
        ("E", "aangeboden"), ("F", "aangeboden"),
    ]  # fmt: skip


def test_cancelling_twice_frees_one_place():
    event, [ans, *_] = full_event("Ans", "Bert", "Cor")

    for _ in range(2):
        cancel(registration=ans, now=now())

    assert states(event) == ["geannuleerd", "aangeboden", "wachtlijst"]


def test_after_the_begin_only_the_organiser_cancels():
    event, [ans] = full_event("Ans")
    later = timezone.now() + timedelta(days=900)

    with pytest.raises(RefusedError, match="al begonnen"):
        cancel(registration=ans, now=later)
    assert states(event) == ["bevestigd"]


def test_more_places_are_offered_to_who_waits():
    event, _ = full_event("Ans", "Bert", "Cor")
    Event.objects.filter(pk=event.pk).update(capacity=2)

    lapse_offers(now=now())

    assert states(event) == ["bevestigd", "aangeboden", "wachtlijst"]


def test_fewer_places_take_nothing_from_anybody():
    event, _ = full_event("Ans", "Bert", capacity=2)
    Event.objects.filter(pk=event.pk).update(capacity=1)

    lapse_offers(now=now())

    assert states(event) == ["bevestigd", "bevestigd"]


def test_nothing_is_offered_for_what_does_not_go_on():
    event, [ans, bert] = full_event("Ans", "Bert")
    Event.objects.filter(pk=event.pk).update(state="afgelast")

    cancel(registration=ans, now=now())

    assert states(event) == ["geannuleerd", "wachtlijst"]


# --- sessions ---------------------------------------------------------------------------------------
@pytest.fixture
def event():
    return EventFactory()


@pytest.fixture
def session(event):
    return ParallelSessionFactory(event=event, capacity=1, title="Vol")


def choices(registration):
    return [(str(each.session), each.place) for each in registration.session_choices.order_by("pk")]


def test_a_freed_place_in_a_session_is_offered(event, session):
    ans, bert = book_one(event, "Ans", sessions=(session,)), book_one(event, "Bert", waits_for=(session,))

    cancel(registration=ans, now=now())

    assert choices(ans) == [("Vol", "geannuleerd")]
    assert choices(bert) == [("Vol", "aangeboden")]
    assert mail_subjects()[-2:] == ["Er is een plek vrij in een deelsessie", "Je bent afgemeld"]


def test_taking_a_place_in_a_session_frees_that_in_another_of_the_round(event, session):
    other = ParallelSessionFactory(event=event, capacity=1, title="Andere")
    ans, bert = book_one(event, "Ans", sessions=(session,)), book_one(event, "Bert", sessions=(other,))
    change_sessions(registration=bert, sessions=[other], waits_for=[session], now=now())
    cor = book_one(event, "Cor", waits_for=(other,))
    change_sessions(registration=ans, sessions=[], waits_for=[], now=now())

    accept_session_offer(choice=bert.session_choices.get(place="aangeboden"), now=now())

    assert choices(bert) == [("Andere", "geannuleerd"), ("Vol", "bevestigd")]
    assert choices(cor) == [("Andere", "aangeboden")]


def test_who_says_no_to_a_session_passes_it_on(event, session):
    ans = book_one(event, "Ans", sessions=(session,))
    bert, cor = book_one(event, "Bert", waits_for=(session,)), book_one(event, "Cor", waits_for=(session,))
    change_sessions(registration=ans, sessions=[], waits_for=[], now=now())

    decline_session_offer(choice=bert.session_choices.get(), now=now())

    assert choices(bert) == [("Vol", "geannuleerd")]
    assert choices(cor) == [("Vol", "aangeboden")]


def test_an_offer_of_a_session_that_nobody_takes_passes_on(event, session):
    ans = book_one(event, "Ans", sessions=(session,))
    bert, cor = book_one(event, "Bert", waits_for=(session,)), book_one(event, "Cor", waits_for=(session,))
    change_sessions(registration=ans, sessions=[], waits_for=[], now=now())

    lapse_offers(now=now() + timedelta(hours=49))

    assert (choices(bert), choices(cor)) == ([("Vol", "vervallen")], [("Vol", "aangeboden")])


def test_changing_to_a_full_session_changes_nothing(event, session):
    other = ParallelSessionFactory(event=event, title="Andere")
    book_one(event, "Ans", sessions=(session,))
    bert = book_one(event, "Bert", sessions=(other,))

    with pytest.raises(RefusedError, match="net vol"):
        change_sessions(registration=bert, sessions=[session], waits_for=[], now=now())

    assert choices(bert) == [("Andere", "bevestigd")]


def test_who_waits_for_the_event_chooses_no_session(event, session):
    bert = RegistrationFactory(booking__event=event, place="wachtlijst")

    with pytest.raises(RefusedError, match="geen plek"):
        change_sessions(registration=bert, sessions=[session], waits_for=[], now=now())


# --- details ------------------------------------------------------------------------------------------
def test_details_and_wishes_change(event):
    ans = book_one(event, "Ans", diet="vis")

    change_details(registration=ans, values={"job_title": "directeur", "diet": "", "access": "tolk"}, now=now())

    ans.refresh_from_db()
    assert (ans.name, ans.job_title, str(ans.needs)) == ("Ans", "directeur", "tolk")


def test_emptied_wishes_are_gone(event):
    ans = book_one(event, "Ans", diet="vis")

    change_details(registration=ans, values={"diet": "", "access": ""}, now=now())

    assert PersonalNeeds.objects.count() == 0


def test_the_clock_may_change_in_the_night_before():
    day = date(2027, 3, 28)
    event, [ans, bert] = full_event("Ans", "Bert", starts_on=day)
    EventDayFactory(event=event, date=day, begins=time(9), ends=time(17))

    cancel(registration=ans, now=now())

    assert states(event) == ["geannuleerd", "aangeboden"]
    assert OutgoingMail.objects.count() == 4
