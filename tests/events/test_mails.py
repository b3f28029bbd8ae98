"""What mails say to who comes: prices, hours and rooms, how to take part, whom to ask; and one overview for a group."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from events.change_mails import mail_event_revived
from events.mails import mail_about_booking, mail_about_place, mail_reminder
from events.models import Place, PriceTier
from mail.models import OutgoingMail
from tests.event_factories import (
    BookingFactory,
    EventDayFactory,
    EventFactory,
    ParallelSessionFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.booking import book_people, mail_subjects, person, verified

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return EventFactory(
        title="Netwerkdag",
        attendance="hybride",
        venue="De Zaal",
        online_address="https://vergadering.example/x",
        online_note="Log in met je naam.",
        on_site_note="Parkeren kan achter het gebouw.",
        contact_email="organisator@voorbeeld.nl",
        price_note="Met lunch. Je krijgt een factuur.",
    )


def told():
    """The body of the last mail."""
    return OutgoingMail.objects.latest("pk").body


def registered(event, place="bevestigd", **more):
    offered_until = timezone.now() if place == Place.OFFERED else None
    tier, _ = PriceTier.objects.get_or_create(event=event, name=f"Deelnemers {place}", amount=Decimal(85))
    values = {"place": place, "offered_until": offered_until, "tier": tier, "amount": tier.amount}
    return RegistrationFactory(booking__event=event, **values | more)


def test_every_mail_about_a_place_says_what_it_costs_on_which_terms(event):
    for place in ("bevestigd", "wachtlijst", "aangeboden"):
        mail_about_place(registered(event, place))

        assert f"Prijs: €\u00a085 (Deelnemers {place}).\nMet lunch. Je krijgt een factuur.\n" in told()


def test_going_on_after_all_says_the_price_and_how_to_take_an_offered_place(event):
    asks = {}
    for place in ("bevestigd", "wachtlijst", "aangeboden"):
        mail_event_revived(registered(event, place), "Er is een zaal.")
        asks[place] = ("Zeg ja of nee vóór" in told() and "/aanbod/" in told(), "Prijs: €\u00a085" in told())

    assert asks == {"bevestigd": (False, True), "wachtlijst": (False, True), "aangeboden": (True, True)}


def test_online_and_on_site_have_their_own_text_link_and_files(event):
    found = {}

    for is_online in (True, False):
        registration = registered(event, takes_part_online=is_online, place="bevestigd", tier=None, amount=None)
        for send in (mail_about_place, mail_reminder):
            send(registration)
            waiting = OutgoingMail.objects.latest("pk")
            texts = [text in waiting.body for text in ("vergadering.example", "Log in", "Parkeren", "naar de locatie")]
            found[is_online, send.__name__] = (texts, len(waiting.attachments))

    online, on_site = ([True, True, False, False], 1), ([False, False, True, True], 2)
    assert found == {
        (True, "mail_about_place"): online,
        (True, "mail_reminder"): online,
        (False, "mail_about_place"): on_site,
        (False, "mail_reminder"): on_site,
    }


def test_nobody_without_a_place_reads_the_link(event):
    for place in ("wachtlijst", "aangeboden", "geannuleerd", "vervallen"):
        mail_about_place(registered(event, place, takes_part_online=True))

        assert ("vergadering.example" in told(), "Log in" in told()) == (False, False)


def test_sessions_have_their_hours_and_room(event):
    registration = registered(event)
    session = ParallelSessionFactory(event=event, title="Taal", begins="13:00", ends="14:00", room="Zaal 2")
    SessionChoiceFactory(registration=registration, session=session)

    mail_reminder(registration)

    assert "- Ronde 1: Taal, 13.00–14.00 uur, Zaal 2\n" in told()


def test_who_chose_no_session_is_told_that_there_are_some(event):
    registration, hint = registered(event), "Er zijn deelsessies, en je hebt er nog geen."
    found = []
    for _ in range(2):
        for send in (mail_about_place, mail_reminder):
            send(registration)
            found.append(hint in told())
        session = ParallelSessionFactory(event=event)
    SessionChoiceFactory(registration=registration, session=session)
    mail_about_place(registration)

    assert (found, hint in told()) == ([False, False, True, True], False)


def test_of_more_days_each_stands_with_its_hours():
    event = EventFactory(starts_on=date(2027, 3, 11), ends_on=date(2027, 3, 12), venue="", municipality=None)
    EventDayFactory(event=event, date=date(2027, 3, 11), begins="09:30", ends="17:00")
    EventDayFactory(event=event, date=date(2027, 3, 12), begins="10:00", ends="15:00")

    mail_about_place(registered(event))

    days = "donderdag 11 maart 2027, 09.30–17.00 uur\nvrijdag 12 maart 2027, 10.00–15.00 uur\n"
    assert f"{event.title}\n{days}" in told()


def test_answers_go_to_the_organiser(event):
    mail_about_place(registered(event))

    waiting = OutgoingMail.objects.get()
    assert waiting.reply_to == "organisator@voorbeeld.nl"
    assert "Antwoord op deze mail, of schrijf naar organisator@voorbeeld.nl." in waiting.body


def test_mail_about_a_group_names_who_it_is_about_and_comes_with_one_overview(event):
    verified(book_people(event, person("Ans"), person("Bert")))

    subjects = list(OutgoingMail.objects.order_by("pk").values_list("subject", flat=True))
    assert subjects[1:] == [
        "Je hebt een plek: Ans, Netwerkdag",
        "Je hebt een plek: Bert, Netwerkdag",
        "Je inschrijving: Netwerkdag",
    ]


def test_an_overview_of_what_is_free_says_so_in_words(event):
    free = RegistrationFactory(booking__event=event, amount=0)

    mail_about_booking(free.booking, [free, free])

    assert "Dit kost niets." in told()


def test_who_registers_only_themselves_has_the_overview_in_the_one_mail(event):
    verified(book_people(event, person("Ans")))

    assert mail_subjects() == ["Bevestig je e-mailadres", "Je hebt een plek"]
    assert "Alles van deze inschrijving bij elkaar:\nhttp://localhost:8000/agenda/boeking/" in told()


def test_an_address_that_nobody_verified_reads_no_names(event):
    booking = BookingFactory(event=event, verified_at=None)
    ans, _ = (RegistrationFactory(booking=booking, name=name) for name in ("Ans", "Bert"))

    mail_about_place(ans)

    assert OutgoingMail.objects.get().subject == "Je hebt een plek: Netwerkdag"


def test_no_line_of_a_mail_is_left_empty_three_times(event):
    """Left out parts leave no holes."""
    every_place = ("bevestigd", "wachtlijst", "aangeboden", "geannuleerd", "vervallen")
    holes = []

    for fields in ({}, {"attendance": "online", "online_note": "", "contact_email": "", "price_note": ""}):
        for name, value in fields.items():
            setattr(event, name, value)
        event.save()
        for place in every_place:
            registration = registered(event, place, tier=None, amount=None)
            registration.event = event
            mail_about_place(registration)
            holes += [(place, fields)] if "\n\n\n" in told() else []
        mail_reminder(registered(event, place="bevestigd", tier=None, amount=None))
        holes += [("reminder", fields)] if "\n\n\n" in told() else []
    mail_about_booking(registration.booking, [registration, registration])

    assert holes == []
