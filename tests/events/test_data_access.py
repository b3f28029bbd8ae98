"""Who opened data of attendees is written down, once an hour, and changed by nobody."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.actions.noting_access import note_access
from events.mails import about
from events.models import DataAccess
from mail.models import OutgoingMail
from tests.event_factories import DataAccessFactory, RegistrationFactory
from tests.events.organisers import attendee_page, organised_event, organiser_of, page
from tests.factories import UserFactory
from tests.role_factories import national_curator

pytestmark = pytest.mark.django_db
Kind = DataAccess.Kind
PAGES = {
    "attendees": Kind.LIST,
    "attendees_file": Kind.LIST_FILE,
    "wishes": Kind.WISHES,
    "invoices": Kind.INVOICES,
    "invoices_file": Kind.INVOICES_FILE,
    "badges": Kind.BADGES,
    "sign_list": Kind.SIGN_LIST,
    "check_in": Kind.CHECK_IN,
    "check_in_list": Kind.CHECK_IN,
    "mailing": Kind.MAILING,
    "evaluation": Kind.EVALUATION,
    "evaluation_file": Kind.EVALUATION_FILE,
}
SHOW_NOBODY = ["overview", "programme", "afterwards", "copy", "cancel", "attendee_add"]
ATTENDEE_PAGES = ["change", "sessions", "cancel", "adres", "overdragen", "met-de-hand", "terugzetten", "prijs"]
LIST = "admin:events_registration_changelist"


@pytest.fixture
def event(client):
    event = organised_event()
    client.force_login(organiser_of(event))
    return event


def noted():
    """(kind, event, attendee) of every opening, which are then thrown away."""
    found = list(DataAccess.objects.order_by("pk").values_list("kind", "event", "registration"))
    DataAccess.objects.all().delete()
    return found


def test_every_page_of_the_organiser_that_shows_attendees_is_written_down(client, event):
    RegistrationFactory(booking__event=event)
    found = {}

    for name in [*PAGES, *SHOW_NOBODY]:
        client.get(page(event, name))
        found[name] = noted()

    assert found == {name: [(kind, event.pk, None)] for name, kind in PAGES.items()} | dict.fromkeys(SHOW_NOBODY, [])


def test_the_pages_of_one_attendee_say_of_whom(client, event):
    registration = RegistrationFactory(booking__event=event)
    expected = [(Kind.PERSON, event.pk, registration.pk)]
    found = {}

    for name in ATTENDEE_PAGES:
        client.get(attendee_page(registration, name))
        found[name] = noted()
    client.get(reverse("curator:check_in", args=[registration.code]))

    assert found == dict.fromkeys(ATTENDEE_PAGES, expected)
    assert noted() == [(Kind.CHECK_IN, event.pk, registration.pk)]


def test_the_list_over_all_meetings_is_written_down_for_each_that_it_shows(client):
    shown = [RegistrationFactory(name="Anna") for _ in range(2)]
    RegistrationFactory(name="Bo")
    client.force_login(national_curator())

    client.get(reverse(LIST), {"q": "Anna"})

    assert noted() == [(Kind.LISTS, each.event_id, None) for each in shown]


def test_mail_that_waits_is_written_down_for_its_meeting(client, event):
    OutgoingMail.objects.create(to="anna@voorbeeld.nl", about=about(event))
    OutgoingMail.objects.create(to="bo@voorbeeld.nl", about="event-0")
    OutgoingMail.objects.update(made_at=timezone.now() - timedelta(days=1))
    client.force_login(national_curator())

    client.get(reverse("curator:failed_tasks"))

    assert noted() == [(Kind.WAITING_MAIL, event.pk, None)]


def test_what_is_refused_is_no_opening(client, event):
    registration = RegistrationFactory(booking__event=event)
    client.force_login(UserFactory())
    for name in PAGES:
        client.get(page(event, name))
    client.get(attendee_page(registration))

    assert noted() == []


def test_the_same_is_written_down_once_an_hour():
    event, other, users, now = organised_event(), organised_event(), UserFactory.create_batch(2), timezone.now()
    person = RegistrationFactory(booking__event=event)
    half_an_hour, hour = timedelta(minutes=30), timedelta(hours=1)
    first = {"user": users[0], "kind": Kind.LIST, "events": [event.pk], "now": now}
    same = [first, first | {"now": now + half_an_hour}]
    different = [
        {"user": users[1]},
        {"kind": Kind.BADGES},
        {"events": [event.pk, other.pk]},
        {"registration": person},
        {"now": now + hour},
    ]

    for opening in [*same, *(first | change for change in different)]:
        note_access(**opening)

    assert DataAccess.objects.count() == 1 + len(different)


def test_writing_down_costs_two_queries_whatever_is_shown(django_assert_num_queries):
    user, numbers = UserFactory(), [organised_event().pk for _ in range(3)]

    for kind, events in {Kind.LIST: numbers[:1], Kind.LISTS: numbers}.items():
        with django_assert_num_queries(2):
            note_access(user=user, kind=kind, events=events, now=timezone.now())

    assert DataAccess.objects.count() == 4


def test_whoever_goes_is_still_named(client, event):
    user = organiser_of(event)
    client.force_login(user)
    client.get(page(event, "attendees"))
    email = user.email

    user.delete()

    assert list(DataAccess.objects.values_list("user", "user_name")) == [(None, email)]


def test_who_organises_reads_it_and_of_other_meetings_only_national_curators_do(client, event):
    DataAccessFactory(event=event, user_name="van-ons@voorbeeld.nl")
    DataAccessFactory(user_name="van-ander@voorbeeld.nl")
    found = {}

    for user in (organiser_of(event), national_curator()):
        client.force_login(user)
        shown = client.get(reverse("admin:events_dataaccess_changelist")).content.decode()
        found[user.is_national_curator] = ["van-ons@voorbeeld.nl" in shown, "van-ander@voorbeeld.nl" in shown]

    assert found == {False: [True, False], True: [True, True]}
