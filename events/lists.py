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
    for each in registrations:
        yield [
            str(each),
            each.address,
            each.organisation_label,
            each.get_sector_display(),
            each.province.name if each.province else "",
            each.job_title,
            str(each.host) if each.host else "",
            _yes_or_no(each.takes_part_online),
            _yes_or_no(each.is_on_list),
            each.get_place_display(),
            each.tier.name if each.tier else "",
            _money(each.amount),
            " | ".join(sessions_of(each, Place.CONFIRMED)),
            " | ".join(sessions_of(each, Place.WAITING, Place.OFFERED)),
            _moment(each.registered_at),
            _moment(each.checked_in_at),
            _yes_or_no(each.is_walk_in),
            each.code,
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
            " | ".join(str(each) for each in booking.paying),
            " | ".join(each.tier.name if each.tier else "" for each in booking.paying),
            " | ".join(_money(each.amount) for each in booking.paying),
            _money(total_of(booking)),
            _moment(booking.made_at),
        ]


def total_of(booking):
    """What a booking comes to, in euro."""
    return sum(each.amount for each in booking.paying)


def evaluation_rows(results):
    """One row per score or open answer; whose answers belong together is not told."""
    for result in results:
        kind = result.question.get_kind_display()
        for bar in result.bars:
            yield [result.question.text, kind, bar.label, str(bar.count)]
        for text in result.texts:
            yield [result.question.text, kind, text, "1"]


def _yes_or_no(value):
    return "ja" if value else "nee"


def _money(amount):
    """With a decimal comma, as Dutch spreadsheet programs read a number."""
    return "" if amount is None else f"{amount:.2f}".replace(".", ",")


def _moment(moment):
    return f"{timezone.localtime(moment):%d-%m-%Y %H.%M}" if moment else ""
