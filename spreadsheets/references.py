"""Other objects in a cell of a spreadsheet, by their slug, code or name.

Several are separated by ``|``, as we write them, or by a semicolon, a comma or a line break.
"""

import re

from import_export import widgets

from .lookups import Lookup
from .widgets import Cell, Text

SEPARATOR = "|"
OTHER_SEPARATORS = re.compile(r"[;,\n]")


class Reference(Cell, widgets.ForeignKeyWidget):
    """Another object, by its slug, code or name.

    An unknown one is refused, or left out and told when ``drops_unknown``.
    """

    drops_unknown = False

    def __init__(self, model, field="slug", lookup=None):
        super().__init__(model, field=field)
        self.lookup = lookup or Lookup(model, field)
        self.dropped = []

    def clean(self, value, row=None, **kwargs):
        self.dropped = []
        key = Text().clean(value)
        if not key:
            return None
        return self.look_up(key)

    def look_up(self, key):
        """The object with this key; ``None`` where there is none and that does not matter."""
        instance = self.lookup.get(key)
        if instance is not None:
            return instance
        if not self.drops_unknown:
            raise ValueError(f"‘{key}’ bestaat niet als {self.model._meta.verbose_name}.")
        self.dropped.append(key)
        return None

    def remarks(self):
        name = self.model._meta.verbose_name
        return [f"‘{key}’ bestaat niet als {name} en is weggelaten." for key in self.dropped]

    def explained(self):
        return f"{self.model._meta.verbose_name}: de naam, of wat er in een export staat"

    def render(self, value, obj=None, **kwargs):
        if not value:
            return ""
        return self.lookup.key_of(value)


class References(Cell, widgets.ManyToManyWidget):
    """Several other objects, by their slugs or codes; an unknown one is refused, or left out and told."""

    is_many = True

    def __init__(self, model, field="slug", lookup=None):
        super().__init__(model, field=field, separator=SEPARATOR)
        self.reference = Reference(model, field, lookup)

    def clean(self, value, row=None, **kwargs):
        self.reference.dropped = []
        text = Text().clean(value)
        instances = []
        for key in filter(None, self.keys_in(text)):
            instance = self.reference.look_up(key)
            if instance is not None and instance not in instances:
                instances.append(instance)
        return instances

    def keys_in(self, text):
        """The slugs, codes or names in a cell, each once; a name may have a comma of its own."""
        keys = []
        for piece in text.split(SEPARATOR):
            if self.reference.lookup.knows(piece.strip()):
                keys.append(piece)
            else:
                keys += OTHER_SEPARATORS.split(piece)
        return dict.fromkeys(key.strip() for key in keys)

    def remarks(self):
        return self.reference.remarks()

    def explained(self):
        return f"{self.reference.explained()}; meer mag, met een puntkomma ertussen"

    def render(self, value, obj=None, **kwargs):
        if not value:
            return ""
        return self.shown(value.all())

    def shown(self, value):
        keys = [self.reference.render(instance) for instance in value]
        return f" {SEPARATOR} ".join(sorted(keys))
