"""What every part of an example in the form of its library shares."""


class MemberPart:
    """The base of one part: a form that may stay empty, and what is there already."""

    key = ""  # in the names of its fields
    heading = ""

    def __init__(
        self,
        *args,
        initiative=None,
        libraries=(),
        **kwargs,
    ):
        self.initiative = initiative
        self.libraries = libraries  # where who fills it in works
        super().__init__(
            *args,
            prefix=self.key,
            empty_permitted=True,
            use_required_attribute=False,
            **kwargs,
        )
        for field in self.fields.values():
            if getattr(field.widget, "input_type", "") != "checkbox":
                field.widget.attrs["class"] = "input"

    def present(self):
        """[(number, in words)] of what is there and may be taken away."""
        return []

    def take_away(self, numbers):
        """Take these away."""

    def add(self, initiative, library):
        """Write down what the form says; it is valid and not empty. Each part says itself how."""
        raise NotImplementedError(type(self).__name__)

    @property
    def boxes(self):
        """[(value of its box, in words)] of what is there."""
        if self.initiative is None:
            return []
        return [(f"{self.key}-{number}", words) for number, words in self.present()]
