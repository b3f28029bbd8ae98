"""What a version of a row says, as a curator reads it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils.timezone import localtime
from pghistory.models import Event

from accounts import kinds
from accounts.models import User
from wording.yes_or_no import yes_or_no

from .tracking import tracked_by

LONGEST_VALUE = 300  # characters of a value in the timeline
HIDDEN = "alleen te zien voor wie dit mag veranderen"
NOBODY = "Bieb Netwerk zelf"
FORMER_USER = "een gebruiker die er niet meer is"


def kept_fields(
    tracked: type[Model],
    version_model: type[Event],
) -> list[Any]:
    """The fields of a watched model that its versions keep, without its number."""
    names = {field.name for field in kinds.columns_of(version_model)}
    fields = []
    for field in kinds.columns_of(tracked):
        if field.name in names and not field.primary_key:
            fields.append(field)
    return fields


class Values:
    """What stands in versions, with the names behind their numbers: one query per kind of thing.

    ``hidden`` are fields of which only is said that they are hidden.
    """

    def __init__(
        self,
        versions: Iterable[Event],
        hidden: Collection[Any],
    ) -> None:
        self.hidden = hidden
        self.named = {}
        for model, numbers in numbers_by_model(versions).items():
            rows = model._base_manager.select_related()
            self.named[model] = rows.in_bulk(numbers)
        self.users = User.objects.in_bulk(users_of(versions))

    def user(self, pk: int | None) -> str:
        """Who did it; without one it was the program itself."""
        if not pk:
            return NOBODY
        return str(self.users.get(pk, FORMER_USER))

    def shown(self, version: Event, field: Any) -> str:
        """The value of a field as a curator reads it."""
        value = getattr(version, field.attname)
        if value is None or value == "":
            return ""
        if field in self.hidden:
            return HIDDEN
        if field.is_relation:
            return self.name_of(field.related_model, value)
        if field.choices:
            labels = dict(field.flatchoices)
            return str(labels.get(value, value))
        return in_words(value)[:LONGEST_VALUE]

    def name_of(self, model: type[Model], number: int) -> str:
        """What the row with this number is called."""
        rows = self.named.get(model, {})
        if number in rows:
            return str(rows[number])
        return f"nummer {number}, verwijderd"


def numbers_by_model(versions: Iterable[Event]) -> dict[type[Model], set[int]]:
    """{model: numbers of its rows that these versions point to}."""
    numbers = defaultdict(set)
    for version in versions:
        for field in kept_fields(tracked_by(version), type(version)):
            number = getattr(version, field.attname)
            if field.is_relation and number:
                numbers[field.related_model].add(number)
    return numbers


def users_of(versions: Iterable[Event]) -> set[int]:
    """Numbers of the users who made these versions."""
    numbers = set()
    for version in versions:
        if version.pgh_context:
            number = version.pgh_context.metadata.get("user")
            numbers.add(number)
    return numbers - {None}


def in_words(value: Any) -> str:
    """A value in Dutch that is no choice and no relation."""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, datetime):
        return localtime(value).strftime("%d-%m-%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    return str(value)
