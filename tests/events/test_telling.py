"""Who organises hears in numbers who registered, cancelled and waits: once a day or at once, never twice."""

import pytest
from django.utils import timezone

from events.actions.places import cancel
from events.actions.telling import tell_organisers
from events.models import Event
from mail.models import OutgoingMail
from tests.event_factories import EventFactory
from tests.events.booking import book_people, person

pytestmark = pytest.mark.django_db
CONTACT = "organisator@voorbeeld.nl"


def news():
    """(subject, body) of every mail to who organises."""
    return list(OutgoingMail.objects.filter(to=CONTACT).order_by("pk").values_list("subject", "body"))


def test_the_organiser_hears_once_what_changed():
    event = EventFactory(title="Netwerkdag", capacity=2, contact_email=CONTACT)
    booking = book_people(event, person("Ans", diet="vegetarisch"), person("Bert"), person("Cees"))

    counts = [tell_organisers(how_often=each) for each in ("dagelijks", "dagelijks", "steeds", "nooit")]
    cancel(registration=booking.registrations.get(name="Ans"), now=timezone.now())
    tell_organisers(how_often="dagelijks")

    assert counts == [1, 0, 0, 0]
    (first, told), (second, told_later) = news()
    assert (first, second) == ("Vol: Netwerkdag", "Aanmeldingen: Netwerkdag")  # who cancels makes nothing full
    assert "- 2 nieuwe deelnemers met een plek\n- 1 persoon nieuw op de wachtlijst\n" in told
    assert "Bezette plekken: 2 van 2. Op de wachtlijst: 1.\nDe bijeenkomst is vol.\n" in told
    assert "Wensen voor eten of toegankelijkheid: bij 1 deelnemer." in told
    assert "- 1 afmelding\n" in told_later
    assert [name for name in ("Ans", "Bert", "Cees", "vegetarisch") if name in told + told_later] == []


def test_nobody_hears_who_did_not_ask_or_has_no_address():
    for fields in ({"organiser_mail": "nooit", "contact_email": CONTACT}, {"contact_email": ""}):
        book_people(EventFactory(**fields))

    assert [tell_organisers(how_often=each) for each in ("dagelijks", "steeds")] == [0, 0]


def test_what_was_told_is_not_told_again_after_bringing_back_a_version():
    assert "told_up_to" in Event.NEVER_RESTORED
