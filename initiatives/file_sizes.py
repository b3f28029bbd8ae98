"""How large a file may be that a curator adds."""

from django.core.exceptions import ValidationError

MOST_MEGABYTES = 20
TOO_LARGE = f"Dit bestand is groter dan {MOST_MEGABYTES} MB. Kies een kleiner bestand."


def check_size(file):
    """Refuse a larger file; one that was kept before and is gone is not this check's business."""
    try:
        size = file.size
    except FileNotFoundError:
        return
    if size > MOST_MEGABYTES * 2**20:
        raise ValidationError(TOO_LARGE)
