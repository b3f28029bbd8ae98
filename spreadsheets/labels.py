"""A cell that holds the Dutch name of a choice, where what is stored is no word for readers."""

from .widgets import Text


class Label(Text):
    """One of an enumeration, by its label in small letters; an empty cell is ``empty``."""

    def __init__(self, choices, empty):
        super().__init__(empty=empty)
        self.labels = {}
        for stored, label in choices.choices:
            self.labels[stored] = label.lower()

    def clean(self, value, row=None, **kwargs):
        self.told = []
        text = super().clean(value)
        if text == self.empty:
            return text
        for stored, label in self.labels.items():
            if text.lower() == label:
                return stored
        labels = ", ".join(self.labels.values())
        return (
            self.key_meant(text, f"‘{text}’ kan hier niet; kies uit: {labels}.")
            or self.empty
        )

    def meanings(self):
        return list(self.labels.items())

    def options(self):
        return list(self.labels.values())

    def render(self, value, obj=None, **kwargs):
        return self.labels.get(value, "")
