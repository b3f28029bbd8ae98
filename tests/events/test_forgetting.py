"""Names and addresses go in time, everywhere; how many they were stays."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from events.actions.forgetting import forget_attendees, forget_needs
from events.actions.mailing import send_mailing
from events.links import EventLinkRefusedError, booking_of, booking_token, place_token, registration_of
from events.models import Event, PersonalNeeds, Registration
from mail.models import OutgoingMail
from tests.event_factories import EventFactory, PersonalNeedsFactory, PriceTierFactory
from tests.factories import LibraryFactory

from .booking import book_people, person

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def event():
    """An event with one person who told everything there is to tell, and a mailing to them."""
    event = EventFactory(keep_days=30)
    PriceTierFactory(event=event, amount=85)
    invoice = {
        "invoice_name": "Geheim BV",
        "invoice_address": "Geheimlaan 1",
        "invoice_email": "geheim-factuur@voorbeeld.nl",
        "invoice_reference": "geheim-1",
    }
    somebody = person(
        "Geheim Persoon",
        email="geheim@voorbeeld.nl",
        organisation=LibraryFactory(),
        job_title="geheim agent",
        diet="geheim dieet",
    )
    book_people(event, somebody, email="geheim-boeker@voorbeeld.nl", invoice=invoice)
    send_mailing(
        event=event,
        key="5f0c0f4e-0000-4000-8000-000000000001",
        selection="bevestigd",
        session=None,
        subject="Welkom",
        body="Dag {naam}",
        documents=[],
        planned_at=None,
        user=None,
        now=timezone.now(),
    )
    return event


def after(event, days):
    return event.ends_on + timedelta(days=days)


def tables_with(text):
    """Every table of ours in which some row holds this text."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT count(*) FROM {name} AS row WHERE row::text ILIKE %s", [f"%{text}%"])  # noqa: S608
            if cursor.fetchone()[0]:
                found.add(table)
    return found


def test_before_the_term_everything_is_there(event):
    assert forget_attendees(today=after(event, 29)) == 0
    assert tables_with("geheim") == {
        "accounts_outgoingmail",
        "events_booking",
        "events_personalneeds",
        "events_registration",
    }


def test_after_the_term_no_table_holds_anything_of_them(event):
    assert forget_attendees(today=after(event, 30)) == 1

    assert tables_with("geheim") == set()
    assert forget_attendees(today=after(event, 31)) == 0


def test_the_counts_stay(event):
    Registration.objects.update(checked_in_at=timezone.now())

    forget_attendees(today=after(event, 30))

    [registration] = Registration.objects.all()
    assert (registration.place, registration.amount, registration.sector) == ("bevestigd", 85, "bibliotheek")
    assert registration.checked_in_at is not None
    assert Event.objects.get().forgotten_on == after(event, 30)


def test_mail_about_something_else_stays(event):
    OutgoingMail.objects.create(to="ander@voorbeeld.nl", subject="Iets anders")

    forget_attendees(today=after(event, 30))

    assert OutgoingMail.objects.get().to == "ander@voorbeeld.nl"


def test_links_of_who_is_forgotten_say_so(event):
    registration = Registration.objects.select_related("booking").get()
    forget_attendees(today=after(event, 30))

    with pytest.raises(EventLinkRefusedError, match="verwijderd"):
        registration_of(place_token(registration))
    with pytest.raises(EventLinkRefusedError, match="verwijderd"):
        booking_of(booking_token(registration.booking))


def test_wishes_go_the_day_after():
    needs = PersonalNeedsFactory()
    event = needs.registration.event

    forget_needs(today=event.ends_on)
    assert PersonalNeeds.objects.count() == 1
    forget_needs(today=after(event, 1))
    assert PersonalNeeds.objects.count() == 0


def test_who_comes_is_in_no_history():
    """The tables with personal data have no table of versions beside them."""
    watched = {model.__name__.removesuffix("Event") for model in apps.get_app_config("events").get_models()}
    personal = {"Booking", "Registration", "PersonalNeeds", "SessionChoice", "RegistrationStep", "EvaluationAnswer"}
    versions = {f"{name}Event" for name in personal}
    assert versions.isdisjoint({model.__name__ for model in apps.get_app_config("events").get_models()})
    assert personal <= watched
