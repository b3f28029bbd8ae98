"""From what a file calls something to the row in the database: for imports and for the starter content."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet
from django.utils import timezone

from accounts import kinds

from .tables import plain

NAMES = ("name", "title", "short_name")  # the attributes by which people call something
# to choose from: where a name is of two, the first tells them apart
IN_LISTS = ("name_in_chooser", *NAMES)
# the keys instead of which a name may stand; nobody is found by their name
NAMED_FIELDS = ("slug", "cbs_code", "code")


class NamedKey(NamedTuple):
    """The text with which a file refers to something, and how a person sees it in a list: a choice of a form."""

    key: str
    name: str


class Lookup:
    """The objects of a model, by the text with which a cell of a file refers to them."""

    def __init__(self, model: type[Model], field: str = "slug") -> None:
        self.model = model
        self.field = field
        self.by_key: Any = None  # key -> object, once they are read
        self.by_name: dict[str, list[Model]] = {}  # plain name -> objects

    @property
    def has_names(self) -> bool:
        """Whether people may be shown what there is to refer to: nobody is found by their name."""
        return self.field in NAMED_FIELDS

    def named_keys(self) -> list[NamedKey]:
        """All objects, by name; the key stands with the name where it says something else."""
        self.load()
        named = []
        for key, instance in self.by_key.items():
            name = first_name(instance) or key
            if plain(name) != plain(key):
                name = f"{name} ({key})"
            named.append(NamedKey(key, name))
        return sorted(named, key=by_plain_name)

    def key_of(self, instance: Model) -> str:
        """The text with which a file refers to this object."""
        return str(getattr(instance, self.field))

    def all(self) -> QuerySet:
        """All objects that can be referred to, with what their keys are made of."""
        return self.model._default_manager.all()

    def load(self) -> None:
        """Read all objects once, by key and by name."""
        if self.by_key is not None:
            return
        self.by_key = {self.key_of(instance): instance for instance in self.all()}
        for key, instance in self.by_key.items():
            for name in self.plain_names(key, instance):
                same_name = self.by_name.setdefault(name, [])
                same_name.append(instance)

    def plain_names(self, key: str, instance: Model) -> set[str]:
        """What a file may call an object, without capitals, accents and signs."""
        names = [key]
        if self.has_names:
            names += [getattr(instance, attribute, "") for attribute in NAMES]
        return {plain(name) for name in names if name}

    def named(self, name: str) -> list[Model]:
        """The objects that people call this, of today where an ended one has the same name."""
        self.load()
        instances = self.by_name.get(plain(name), [])
        today = timezone.localdate()
        of_today = [instance for instance in instances if is_there_on(instance, today)]
        return of_today or instances

    def knows(self, text: str) -> bool:
        """Whether this is the key or the name of something."""
        return bool(self.named(text))

    def get(self, key: str) -> Model | None:
        """The object with this key or name, or ``None``; all are read once, those that came later one by one.

        Raises ``ValueError`` with a Dutch sentence for a name that more than one has.
        """
        self.load()
        instance = self.by_key.get(key) or self.only_one_named(key)
        if instance is None:
            instance = self.get_later(key)
            if instance is not None:
                self.by_key[key] = instance
        return instance

    def only_one_named(self, name: str) -> Model | None:
        """The object that people call this, or ``None``; ``ValueError`` where more are called so."""
        instances = self.named(name)
        if len(instances) > 1:
            kind = kinds.name_of(self.model)
            keys = sorted(self.key_of(instance) for instance in instances)
            alternatives = " of ".join(keys)
            raise ValueError(
                f"‘{name}’ kan meer dan één {kind} zijn. Schrijf {alternatives}."
            )
        return next(iter(instances), None)

    def get_later(self, key: str) -> Model | None:
        """An object that an earlier row of the same file made, or ``None``."""
        return self.model._default_manager.filter(**{self.field: key}).first()


def is_there_on(instance: Model, today: date) -> bool:
    """Whether something has not ended by then; what cannot end says nothing of it."""
    is_in_force_on = getattr(instance, "is_in_force_on", None)
    return is_in_force_on is None or is_in_force_on(today)


def by_plain_name(named: NamedKey) -> str:
    """To sort them as people look for them."""
    return plain(named.name)


def first_name(instance: Model) -> str:
    """What something is called in a list: the first of its names that is filled in, empty where none is."""
    for attribute in IN_LISTS:
        name = getattr(instance, attribute, "")
        if name:
            return name
    return ""
