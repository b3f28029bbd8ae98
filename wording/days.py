"""Days as Dutch readers write them, as exact as they are known."""

from datetime import date

from django.utils.formats import date_format


def day_in_words(text):
    """``2026-06-10``, ``2026-06`` and ``2026`` as 10 juni 2026, juni 2026 and 2026; empty for nothing."""
    parts = []
    for part in text.split("-"):
        if part:
            parts.append(int(part))
    if len(parts) == 3:
        return date_format(date(*parts), "j F Y")
    if len(parts) == 2:
        return date_format(date(*parts, 1), "F Y")
    return text
