"""Other objects in a cell of a spreadsheet, by their slug, code or name.

Several are separated by ``|``, as we write them, or by a semicolon, a comma or a line break.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Manager, Model
from import_export import widgets

from accounts import kinds

from .cells import Cell
from .lookups import Lookup
from .models import ExplainedWord
from .rows import Texts
from .widgets import Text
from .words import UnknownWordsError, compared

SEPARATOR = "|"
OTHER_SEPARATORS = re.compile(r"[;,\n]")


class Reference(Cell, widgets.ForeignKeyWidget):
    """Another object, by its slug, code or name.

    An unknown one is refused, or left out and told when ``drops_unknown``.
    """

    drops_unknown = False

    def __init__(
        self,
        model: type[Model],
        field: str = "slug",
        lookup: Lookup | None = None,
    ) -> None:
        super().__init__(model, field=field)
        self.lookup = lookup or Lookup(model, field)
        self.dropped: list[str] = []

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> Model | None:
        self.forget_cell()
        key = Text().clean(value)
        if not key:
            return None
        return self.look_up(key)

    def forget_cell(self) -> None:
        """Begin with a new cell."""
        self.dropped = []
        self.remarks_on_cell = []

    def look_up(self, key: str) -> Model | None:
        """The object with this key; ``None`` where there is none and that does not matter."""
        try:
            instance = self.lookup.get(key)
        except ValueError as error:  # more than one is called so
            return self.look_up_meant(key, str(error))
        if instance is not None:
            return instance
        if self.drops_unknown and compared(key) not in self.explained_words:
            self.dropped.append(key)
            return None
        name = kinds.name_of(self.model)
        return self.look_up_meant(key, f"‘{key}’ bestaat niet als {name}.")

    def look_up_meant(self, word: str, sentence: str) -> Model | None:
        """The object that a curator said that the word means; the sentence is for where nobody did."""
        if not self.lookup.has_names:
            raise ValueError(sentence)
        key = self.key_meant(word, sentence)
        if not key:
            return None
        instance = self.lookup.get(key)
        if instance is None:
            raise UnknownWordsError((word, sentence))
        return instance

    def meanings(self) -> list[tuple[str, str]]:
        if not self.lookup.has_names:
            return []
        return [*self.lookup.named_keys()]

    def remarks(self) -> list[str]:
        name = kinds.name_of(self.model)
        remarks = list(self.remarks_on_cell)
        for key in self.dropped:
            remarks.append(f"‘{key}’ bestaat niet als {name} en is weggelaten.")
        return remarks

    def explained(self) -> str:
        name = kinds.name_of(self.model)
        return f"{name}: de naam, of wat er in een export staat"

    def render(
        self,
        value: Model | None,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        if not value:
            return ""
        return self.lookup.key_of(value)


class References(Cell, widgets.ManyToManyWidget):
    """Several other objects, by their slugs or codes; an unknown one is refused, or left out and told."""

    is_many = True

    def __init__(
        self,
        model: type[Model],
        field: str = "slug",
        lookup: Lookup | None = None,
    ) -> None:
        super().__init__(
            model,
            field=field,
            separator=SEPARATOR,
        )
        self.reference = Reference(model, field, lookup)

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> list[Model]:
        self.reference.forget_cell()
        text = Text().clean(value)
        instances: dict[Model, None] = {}  # in their order, each once
        unknown: list[tuple[str, str]] = []
        for key in self.keys_in(text):
            try:
                instance = self.reference.look_up(key)
            except UnknownWordsError as error:
                unknown += error.unknown
            else:
                if instance is not None:
                    instances[instance] = None
        if unknown:
            raise UnknownWordsError(*unknown)
        return list(instances)

    def keys_in(self, text: str) -> list[str]:
        """The slugs, codes or names in a cell, each once; a name may have a comma of its own."""
        pieces = []
        for piece in text.split(SEPARATOR):
            if self.knows(piece.strip()):
                pieces.append(piece)
            else:
                pieces += OTHER_SEPARATORS.split(piece)
        keys = [piece.strip() for piece in pieces]
        return [key for key in dict.fromkeys(keys) if key]

    def knows(self, text: str) -> bool:
        """Whether this names one thing, so that its comma separates nothing."""
        is_explained = compared(text) in self.reference.explained_words
        return is_explained or self.reference.lookup.knows(text)

    def tell_words(self, words: dict[str, ExplainedWord]) -> None:
        self.reference.tell_words(words)

    def meanings(self) -> list[tuple[str, str]]:
        return self.reference.meanings()

    def remarks(self) -> list[str]:
        return self.reference.remarks()

    def explained(self) -> str:
        return f"{self.reference.explained()}; meer mag, met een puntkomma ertussen"

    def render(
        self,
        value: Manager | None,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        if not value:
            return ""
        return self.shown(value.all())

    def shown(self, value: Iterable[Model]) -> str:
        keys = [self.reference.render(instance) for instance in value]
        return f" {SEPARATOR} ".join(sorted(keys))
