"""What is the same for everybody as long as the content is: read once, until something of it changes."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .choices import ContentKind
from .models import ContentVersion
from .pages import content_of

Value = TypeVar("Value")


def kept_with_content(
    read: Callable[[date], Value],
) -> Callable[[date], Value]:
    """Decorate what reads content for a day: each process keeps what it gave last, as long as the content is the same.

    Within a transaction it is read each time: what that changed has no version yet, and may be undone.
    """
    last: dict[object, Value] = {}

    @wraps(read)
    def recall(today: date) -> Value:
        if not settings.MOST_REMEMBERED or transaction.get_connection().in_atomic_block:
            return read(today)
        read_from = ContentVersion.objects.db
        version = content_of((ContentKind.CONTENT,), timezone.now())
        made_from = (today, version)
        if version and made_from in last:
            return last[made_from]
        value = read(today)
        # of a replica that lags what was read may be older than the version
        if version and ContentVersion.objects.db == read_from:
            last.clear()
            last[made_from] = value
        return value

    return recall
