"""The objects that are there, by the columns that say which row is which; read as far as a file asks for them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.db.models import Model

from accounts import kinds

if TYPE_CHECKING:  # at run time it would be a circle
    from .resources import ContentResource


class KnownRows:
    """Objects by key: all keys are read at once, objects with all they refer to a batch at a time."""

    def __init__(self, resource: "ContentResource") -> None:
        self.resource = resource
        self.fields = [field.attribute for field in resource.key_fields]
        model = resource.model
        columns = [column_of(model, name) for name in self.fields]
        rows = model.objects.values_list(*columns, "pk")
        self.numbers: dict[tuple[object, ...], int] = {}
        for *key, number in rows:
            self.numbers[tuple(key)] = number
        self.loaded: dict[int, Model] = {}

    def load(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Read the objects that these rows, by attribute, are about, and let go of those of the rows before."""
        numbers = set()
        for values in rows:
            key = [values.get(name) for name in self.fields]
            number = self.number_of(key)
            if number is not None:
                numbers.add(number)
        self.loaded = self.read(numbers)

    def read(self, numbers: set[int]) -> dict[int, Model]:
        """These objects, by number."""
        if not numbers:
            return {}
        every_object = self.resource.get_queryset()
        wanted = every_object.filter(pk__in=numbers)
        return {instance.pk: instance for instance in wanted}

    def get(self, key: Iterable[object]) -> Model | None:
        """The object with this key, or ``None``; read on its own where its row was not foreseen."""
        number = self.number_of(key)
        if number is None:
            return None
        if number not in self.loaded:
            self.loaded |= self.read({number})
        return self.loaded.get(number)

    def number_of(self, key: Iterable[object]) -> int | None:
        """The number of the object with this key."""
        stored = [stored_part(part) for part in key]
        return self.numbers.get(tuple(stored))


def column_of(model: type[Model], name: str) -> str:
    """What the database calls an attribute: the number of another object, not the object."""
    if name == "pk":
        return name
    return kinds.field_of(model, name).attname


def stored_part(part: object) -> object:
    """A part of a key as the database has it: the number of another object."""
    return getattr(part, "pk", part)
