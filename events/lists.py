"""Who comes, who pays and what they thought, as rows of text for a spreadsheet."""

from django.utils import timezone

from .models import Place

ATTENDEE_COLUMNS = [
    "naam", "e-mailadres", "organisatie", "soort", "provincie", "functie", "gast van", "online", "op de lijst",
    "plek", "prijs", "bedrag", "deelsessies", "wacht op", "aangemeld op", "binnen om", "zonder aanmelding", "code",
]  # fmt: skip
INVOICE_COLUMNS = [
    "boeking", "naam", "adres", "e-mailadres", "kenmerk", "deelnemers", "prijzen", "bedragen", "totaal", "gemaakt op",
]  # fmt: skip
EVALUATION_COLUMNS = ["vraag", "soort", "antwoord", "aantal"]


def attendee_rows(registrations):
    """One row per attendee, in the order of ``ATTENDEE_COLUMNS``; they come from ``for_lists()`` with their host."""
    for registration in registrations:
        yield [
            str(registration),
            registration.address,
            registration.organisation_label,
            registration.get_sector_display(),
            name_of(registration.province),
            registration.job_title,
            name_of(registration.host),
            yes_or_no(registration.takes_part_online),
            yes_or_no(registration.is_on_list),
            registration.get_place_display(),
            name_of(registration.tier),
            euros_of(registration.amount),
            " | ".join(sessions_of(registration, Place.CONFIRMED)),
            " | ".join(sessions_of(registration, Place.WAITING, Place.OFFERED)),
            moment_of(registration.registered_at),
            moment_of(registration.checked_in_at),
            yes_or_no(registration.is_walk_in),
            registration.code,
        ]


def sessions_of(registration, *places):
    """The titles of the sessions in which somebody stands so."""
    return [choice.session.title for choice in registration.session_choices.all() if choice.place in places]


def invoice_rows(bookings):
    """One row per booking somebody pays for, in the order of ``INVOICE_COLUMNS``; from ``paying_bookings``."""
    for booking in bookings:
        yield [
            str(booking.pk),
            booking.invoice_name,
            booking.invoice_address,
            booking.invoice_email or booking.email,
            booking.invoice_reference,
            " | ".join(str(payer) for payer in booking.paying),
            " | ".join(name_of(payer.tier) for payer in booking.paying),
            " | ".join(euros_of(payer.amount) for payer in booking.paying),
            euros_of(total_of(booking)),
            moment_of(booking.made_at),
        ]


def total_of(booking):
    """What a booking comes to, in euro."""
    return sum(payer.amount for payer in booking.paying)


def evaluation_rows(results):
    """One row per score or open answer; whose answers belong together is not told."""
    for result in results:
        kind = result.question.get_kind_display()
        for bar in result.bars:
            yield [result.question.text, kind, bar.label, str(bar.count)]
        for text in result.texts:
            yield [result.question.text, kind, text, "1"]


def name_of(row):
    """What something is called; empty where there is none."""
    if row is None:
        return ""
    return str(row)


def yes_or_no(value):
    """A mark in words."""
    return "ja" if value else "nee"


def euros_of(amount):
    """With a decimal comma, as Dutch spreadsheet programs read a number."""
    if amount is None:
        return ""
    return f"{amount:.2f}".replace(".", ",")


def moment_of(moment):
    """By the clock in the Netherlands; empty where it is not known."""
    if moment is None:
        return ""
    return f"{timezone.localtime(moment):%d-%m-%Y %H.%M}"
