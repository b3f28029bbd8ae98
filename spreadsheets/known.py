"""The objects that are there, by the columns that say which row is which; read as far as a file asks for them."""


class KnownRows:
    """{key of a row: object}: all keys are read at once, objects with all they refer to a batch at a time."""

    def __init__(self, resource):
        self.resource = resource
        self.fields = [field.attribute for field in resource.key_fields]
        model = resource._meta.model
        columns = [column_of(model, name) for name in self.fields]
        self.numbers = {}
        for *key, pk in model.objects.values_list(*columns, "pk"):
            self.numbers[tuple(key)] = pk
        self.loaded = {}

    def load(self, rows):
        """Read the objects that these rows ({attribute: value}) are about, and let go of those of the rows before."""
        numbers = set()
        for values in rows:
            key = tuple(plain_key(values.get(name)) for name in self.fields)
            if key in self.numbers:
                numbers.add(self.numbers[key])
        self.loaded = self.read(numbers)

    def read(self, numbers):
        """{number: object} of these."""
        if not numbers:
            return {}
        return {
            instance.pk: instance
            for instance in self.resource.get_queryset().filter(pk__in=numbers)
        }

    def get(self, key):
        """The object with this key, or ``None``; read on its own where its row was not foreseen."""
        number = self.numbers.get(tuple(map(plain_key, key)))
        if number is None:
            return None
        if number not in self.loaded:
            self.loaded |= self.read({number})
        return self.loaded.get(number)


def column_of(model, name):
    """What the database calls an attribute: the number of another object, not the object."""
    if name == "pk":
        return name
    return model._meta.get_field(name).attname


def plain_key(part):
    """A part of a key as the database has it: the number of another object."""
    return getattr(part, "pk", part)
