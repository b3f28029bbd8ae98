"""The list of everybody at the door, and what waited in a browser until the network was back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Place, Registration
from tests.event_factories import RegistrationFactory
from tests.events.organisers import organised_event, organiser_of, page
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(client):
    event = organised_event(starts_on=timezone.localdate())
    client.force_login(organiser_of(event))
    return event


def send(client, event, *people, **headers):
    return client.post(page(event, "check_in_list"), {"wie": people}, headers=headers)


def test_everybody_with_a_place_is_on_it_and_comes_in_without_a_script(client, event):
    anna = RegistrationFactory(booking__event=event, name="Anna de Vries")
    RegistrationFactory(booking__event=event, name="Wil Wacht", place=Place.WAITING)

    shown = client.get(page(event, "check_in_list")).content.decode()
    after = client.post(page(event, "check_in_list"), {"wie": anna.code}, follow=True).content.decode()

    assert ("Anna de Vries" in shown, "Wil Wacht" in shown) == (True, False)
    assert ("Anna de Vries is binnen." in after, "Binnen sinds" in after) == (True, True)


def test_what_waited_is_written_down_at_its_own_moment_and_only_once(client, event):
    now = timezone.now()
    people = RegistrationFactory.create_batch(4, booking__event=event)
    gone = RegistrationFactory(booking__event=event, place=Place.CANCELLED)
    elsewhere = RegistrationFactory()
    earlier = now - timedelta(hours=2)
    moments = [earlier, now + timedelta(hours=1), now - timedelta(days=3), "gisteren"]
    texts = [getattr(moment, "isoformat", lambda text=moment: text)() for moment in moments]
    sent = [f"{person.code} {text}" for person, text in zip(people, texts, strict=True)]
    sent += [f"{gone.code} {earlier.isoformat()}", elsewhere.code, "BESTAATNIET"]

    answers = send(client, event, *sent, accept="application/json").json()
    again = send(client, event, *sent, accept="application/json").json()

    assert answers[people[0].code] == [f"{people[0]} is binnen.", ""]
    assert again[people[0].code][0].startswith(f"{people[0]} was al binnen sinds")
    assert answers[gone.code] == ["", "Deze persoon heeft geen plek: afgemeld."]
    assert answers["BESTAATNIET"] == answers[elsewhere.code] == ["", "Deze code kennen we niet. Zoek op naam."]
    came = list(Registration.objects.filter(pk__in=[each.pk for each in people]).order_by("pk"))
    assert came[0].checked_in_at == earlier
    assert [now <= each.checked_in_at <= timezone.now() for each in came[1:]] == [True] * 3
    assert Registration.objects.filter(checked_in_at=None).count() == 2
    assert [step.text for step in came[0].steps.all()] == ["Binnen"]


def test_the_number_of_queries_does_not_grow(client, event):
    counts = []
    for size in (1, 2):
        RegistrationFactory.create_batch(size, booking__event=event)
        counts.append(number_of_queries(lambda: client.get(page(event, "check_in_list"))))

    assert counts[0] == counts[1]
