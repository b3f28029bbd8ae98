"""Reorganisations that are still ahead for a municipality, each in one sentence."""

from datetime import date

from django.utils.formats import date_format

from partners.models import Municipality, Succession

THEN = {
    Succession.Kind.SPLIT: "voor een deel bij {successor} hoort",
    Succession.Kind.RENAMED: "{successor} heet",
}
JOINS = "bij {successor} hoort"


def announcements_of(
    municipality: Municipality,
    today: date,
) -> list[tuple[str, Succession]]:
    """The sentence about each reorganisation ahead with the row itself, in 1 query."""
    ahead = Succession.objects.touching(municipality).still_ahead(today)
    announcements = []
    for succession in ahead.for_page():
        sentence = announcement_in_words(succession, today)
        announcements.append((sentence, succession))
    return announcements


def announcement_in_words(
    succession: Succession,
    today: date,
) -> str:
    """``Er is aangekondigd dat Wijdemeren vanaf 1 januari 2027 bij Hilversum hoort. Zeker is dat nog niet.``"""
    day = date_format(succession.takes_effect_on, "j F Y")
    template = THEN.get(Succession.Kind(succession.kind), JOINS)
    then = template.format(successor=succession.successor)
    happens = f"{succession.predecessor} vanaf {day} {then}"
    if not succession.is_announced:
        return f"Het is besloten dat {happens}."
    if succession.takes_effect_on > today:
        return f"Er is aangekondigd dat {happens}. Zeker is dat nog niet."
    return (
        f"Er was aangekondigd dat {happens}. Of dat is doorgegaan, weten we nog niet."
    )
