"""Who comes, who pays and what they thought, as rows of values for a spreadsheet (``spreadsheets.reports``)."""

from spreadsheets.reports import text_of
from wording.yes_or_no import yes_or_no

from .models import Place

ATTENDEE_COLUMNS = [
    "naam",
    "e-mailadres",
    "organisatie",
    "soort",
    "provincie",
    "functie",
    "gast van",
    "soort gast",
    "online",
    "op de lijst",
    "plek",
    "prijs",
    "bedrag",
    "deelsessies",
    "wacht op",
    "aangemeld op",
    "binnen om",
    "zonder aanmelding",
    "code",
]
INVOICE_COLUMNS = [
    "boeking",
    "naam",
    "adres",
    "e-mailadres",
    "kenmerk",
    "deelnemers",
    "prijzen",
    "bedragen",
    "totaal",
    "gemaakt op",
]
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
            registration.get_guest_kind_display(),
            yes_or_no(registration.takes_part_online),
            yes_or_no(registration.is_on_list),
            registration.get_place_display(),
            name_of(registration.tier),
            registration.amount,
            " | ".join(sessions_of(registration, Place.CONFIRMED)),
            " | ".join(sessions_of(registration, Place.WAITING, Place.OFFERED)),
            registration.registered_at,
            registration.checked_in_at,
            yes_or_no(registration.is_walk_in),
            registration.code,
        ]


def sessions_of(registration, *places):
    """What the sessions are called in which somebody stands so."""
    labels = []
    for choice in registration.session_choices.all():
        if choice.place in places:
            labels.append(choice.session.label)
    return labels


def invoice_rows(bookings):
    """One row per booking somebody pays for, in the order of ``INVOICE_COLUMNS``; from ``paying_bookings``."""
    for booking in bookings:
        yield [
            booking.pk,
            booking.invoice_name,
            booking.invoice_address,
            booking.invoice_email or booking.email,
            booking.invoice_reference,
            " | ".join(map(str, booking.paying)),
            " | ".join(name_of(payer.tier) for payer in booking.paying),
            " | ".join(text_of(payer.amount) for payer in booking.paying),
            total_of(booking),
            booking.made_at,
        ]


def total_of(booking):
    """What a booking comes to, in euro."""
    return sum(payer.amount for payer in booking.paying)


def evaluation_rows(results):
    """One row per score or open answer; whose answers belong together is not told."""
    for result in results:
        kind = result.question.get_kind_display()
        for bar in result.bars:
            yield [result.question.text, kind, bar.label, bar.count]
        for text in result.texts:
            yield [result.question.text, kind, text, 1]


def name_of(row):
    """What something is called; empty where there is none."""
    if row is None:
        return ""
    return str(row)
