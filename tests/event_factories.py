"""Smallest valid meetings and what belongs to them."""

import uuid
from datetime import date

import factory
from django.utils import timezone

from events import models
from tests.numbered import NumberedFactory

from .factories import LibraryFactory

NEXT_YEAR = date(timezone.localdate().year + 1, 6, 18)


class EventSeriesFactory(NumberedFactory):
    class Meta:
        model = models.EventSeries

    slug = factory.Sequence(lambda n: f"reeks-{n}")
    name = factory.Sequence(lambda n: f"Reeks {n}")


class EventFactory(NumberedFactory):
    """A meeting next year for which anybody can register."""

    class Meta:
        model = models.Event

    slug = factory.Sequence(lambda n: f"bijeenkomst-{n}")
    title = factory.Sequence(lambda n: f"Bijeenkomst {n}")
    summary = "Een dag voor bibliotheken en gemeenten."
    state = models.Event.State.OPEN
    starts_on = NEXT_YEAR
    ends_on = factory.SelfAttribute("starts_on")


class EventDayFactory(NumberedFactory):
    class Meta:
        model = models.EventDay

    event = factory.SubFactory(EventFactory)
    date = factory.SelfAttribute("event.starts_on")


class EventRoleFactory(NumberedFactory):
    class Meta:
        model = models.EventRole

    event = factory.SubFactory(EventFactory)
    organisation = factory.SubFactory(LibraryFactory)


class EventPhotoFactory(NumberedFactory):
    class Meta:
        model = models.EventPhoto

    event = factory.SubFactory(EventFactory)
    image = factory.django.ImageField(width=4, height=3, format="JPEG")
    alt_text = "Een volle zaal"
    credit = "Een fotograaf"


class SessionFactory(NumberedFactory):
    """A session for everybody; with ``kind`` and ``round`` one to choose."""

    class Meta:
        model = models.Session

    slug = factory.Sequence(lambda n: f"onderdeel-{n}")
    event = factory.SubFactory(EventFactory)
    title = factory.Sequence(lambda n: f"Onderdeel {n}")


class ParallelSessionFactory(SessionFactory):
    kind = models.Session.Kind.PARALLEL
    round = 1


class SpeakerFactory(NumberedFactory):
    class Meta:
        model = models.Speaker

    slug = factory.Sequence(lambda n: f"spreker-{n}")
    name = factory.Sequence(lambda n: f"Spreker {n}")


class AppearanceFactory(NumberedFactory):
    class Meta:
        model = models.Appearance

    event = factory.SubFactory(EventFactory)
    speaker = factory.SubFactory(SpeakerFactory)


class PriceTierFactory(NumberedFactory):
    class Meta:
        model = models.PriceTier

    event = factory.SubFactory(EventFactory)
    name = factory.Sequence(lambda n: f"Prijs {n}")
    amount = 85


class DataAccessFactory(NumberedFactory):
    class Meta:
        model = models.DataAccess

    user_name = "curator@voorbeeld.nl"
    event = factory.SubFactory(EventFactory)
    kind = models.DataAccess.Kind.LIST
    opened_at = factory.LazyFunction(timezone.now)


class BookingFactory(NumberedFactory):
    class Meta:
        model = models.Booking

    event = factory.SubFactory(EventFactory)
    key = factory.LazyFunction(uuid.uuid4)
    email = factory.Sequence(lambda n: f"boeker{n}@voorbeeld.nl")
    verified_at = factory.LazyFunction(timezone.now)
    made_at = factory.LazyFunction(timezone.now)


class RegistrationFactory(NumberedFactory):
    """Somebody with a place; their address is verified."""

    class Meta:
        model = models.Registration

    event = factory.SelfAttribute("booking.event")
    booking = factory.SubFactory(BookingFactory)
    name = factory.Sequence(lambda n: f"Deelnemer {n}")
    verified_at = factory.LazyFunction(timezone.now)
    sector = models.Registration.Sector.LIBRARY
    place = models.Place.CONFIRMED
    registered_at = factory.LazyFunction(timezone.now)


class PersonalNeedsFactory(NumberedFactory):
    class Meta:
        model = models.PersonalNeeds

    registration = factory.SubFactory(RegistrationFactory)
    diet = "vegetarisch"


class SentEntryFactory(NumberedFactory):
    class Meta:
        model = models.SentEntry

    registration = factory.SubFactory(RegistrationFactory)
    uid = factory.Sequence(lambda n: f"aanmelding-{n}")
    text = factory.LazyAttribute(
        lambda entry: f"BEGIN:VEVENT\r\nUID:{entry.uid}\r\nSEQUENCE:1\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
    )


class SessionChoiceFactory(NumberedFactory):
    class Meta:
        model = models.SessionChoice

    registration = factory.SubFactory(RegistrationFactory)
    session = factory.SubFactory(ParallelSessionFactory, event=factory.SelfAttribute("..registration.event"))
    round = factory.SelfAttribute("session.round")
    place = models.Place.CONFIRMED


class EvaluationQuestionFactory(NumberedFactory):
    class Meta:
        model = models.EvaluationQuestion

    event = factory.SubFactory(EventFactory)
    text = factory.Sequence(lambda n: f"Wat vond je van deel {n}?")


class EvaluationAnswerFactory(NumberedFactory):
    class Meta:
        model = models.EvaluationAnswer

    question = factory.SubFactory(EvaluationQuestionFactory)
    score = 4


class MailingFactory(NumberedFactory):
    class Meta:
        model = models.Mailing

    event = factory.SubFactory(EventFactory)
    key = factory.LazyFunction(uuid.uuid4)
    selection = models.Mailing.Selection.CONFIRMED
    subject = "Tot morgen"
    body = "We beginnen om tien uur."
    queued_at = factory.LazyFunction(timezone.now)
    recipients = 1
