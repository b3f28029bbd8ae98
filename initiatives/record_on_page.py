"""What the page of a practice example says of its record."""

from .record import RECORD


def on_page(kind, initiative):
    """[(the field, what it says of this initiative)] of the facts or the chapters of its page, in order."""
    shown = []
    for entry in RECORD:
        if isinstance(entry.page, kind):
            shown.append((entry, entry.in_words(initiative)))
    return shown
