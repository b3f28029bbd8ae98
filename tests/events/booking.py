"""Short words for registering in tests."""

import uuid

import pytest
from django.utils import timezone

from events.actions.booking import book
from events.actions.people import Person, quote, total
from events.actions.refused import RefusedError
from events.actions.verifying import verify
from events.models import Booking, PersonalNeeds, Registration, SessionChoice
from mail.models import OutgoingMail

NO_INVOICE = {"invoice_name": "", "invoice_address": "", "invoice_email": "", "invoice_reference": ""}


def person(name="Noor de Vries", **more):
    """Somebody of a library."""
    return Person(name=name, sector=Registration.Sector.LIBRARY, **more)


def book_people(event, *people, **more):
    """Send a form in; the booking."""
    people = list(people) or [person()]
    today = timezone.localdate(more.get("now", timezone.now()))
    values = {
        "key": uuid.uuid4(),
        "email": "boeker@voorbeeld.nl",
        "invoice": NO_INVOICE,
        "now": timezone.now(),
        "expected": total(quote(event, people, today=today)) if "expected" not in more else None,
    }
    return book(event=event, people=people, **(values | more))


def book_one(event, name="Noor de Vries", **more):
    """Register one person; the registration."""
    return book_people(event, person(name, **more)).registrations.get()


def verified(booking):
    """Press the button behind the link of every mail that asks whether an address is right; the booking."""
    for addressee in [booking, *booking.registrations.exclude(email="")]:
        verify(addressee=addressee, now=timezone.now())
    return booking


def places(event):
    """(name, place) of everybody, in order."""
    return list(event.registrations.order_by("pk").values_list("name", "place"))


def mail_subjects():
    """The first words of every mail that waits, in order."""
    return [mail.subject.split(":")[0] for mail in OutgoingMail.objects.order_by("pk")]


def refusal(event, *people, **more):
    """The sentence with which a form is refused; nothing may be stored then."""
    rows = [model.objects.count() for model in (Booking, Registration, SessionChoice, PersonalNeeds, OutgoingMail)]
    with pytest.raises(RefusedError) as refused:
        book_people(event, *people, **more)
    after = [model.objects.count() for model in (Booking, Registration, SessionChoice, PersonalNeeds, OutgoingMail)]
    assert after == rows
    return str(refused.value)
