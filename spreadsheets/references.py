"""Other objects in a cell of a spreadsheet, by their slug or code; several are separated by ``|``."""

from import_export import widgets

from .lookups import Lookup
from .widgets import Cell, Text

SEPARATOR = "|"


class Reference(Cell, widgets.ForeignKeyWidget):
    """Another object, by its slug or code; an unknown one is refused, or left out and told when ``drops_unknown``."""

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
        keys = dict.fromkeys(key.strip() for key in text.split(SEPARATOR))
        instances = []
        for key in filter(None, keys):
            instance = self.reference.look_up(key)
            if instance is not None:
                instances.append(instance)
        return instances

    def remarks(self):
        return self.reference.remarks()

    def render(self, value, obj=None, **kwargs):
        if not value:
            return ""
        return self.shown(value.all())

    def shown(self, value):
        keys = [self.reference.render(instance) for instance in value]
        return f" {SEPARATOR} ".join(sorted(keys))
