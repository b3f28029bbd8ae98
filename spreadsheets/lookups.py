"""From what a file calls something to the row in the database: for imports and for the starter content."""


class Lookup:
    """The objects of a model, by the text with which a cell of a file refers to them."""

    def __init__(self, model, field="slug"):
        self.model = model
        self.field = field
        self.by_key = None

    def key_of(self, instance):
        """The text with which a file refers to this object."""
        return str(getattr(instance, self.field))

    def all(self):
        """All objects that can be referred to, with what their keys are made of."""
        return self.model._default_manager.all()

    def get(self, key):
        """The object with this key, or ``None``; all are read once, those that came later one by one."""
        if self.by_key is None:
            self.by_key = {self.key_of(instance): instance for instance in self.all()}
        instance = self.by_key.get(key)
        if instance is None:
            instance = self.get_later(key)
            if instance is not None:
                self.by_key[key] = instance
        return instance

    def get_later(self, key):
        """An object that an earlier row of the same file made, or ``None``."""
        return self.model._default_manager.filter(**{self.field: key}).first()
