"""What every draft may need to know besides its own object."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, TypeVar

from django.utils import timezone

LookedUp = TypeVar("LookedUp")


class World:
    """The day for which documents are written, and what apps look up once for all documents of that day."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._of_today: dict[Callable[[date], Any], Any] = {}

    def of_today(self, make: Callable[[date], LookedUp]) -> LookedUp:
        """What ``make(today)`` gives: made for the first document that asks."""
        if make not in self._of_today:
            self._of_today[make] = make(self.today)
        return self._of_today[make]

    @cached_property
    def midnight(self) -> datetime:
        """The moment for what keeps no moment of its own, the same for all of them."""
        start_of_day = datetime.combine(
            date(2000, 1, 1),
            time(),
        )
        return timezone.make_aware(start_of_day)
