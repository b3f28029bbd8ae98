"""One field of the record of a practice example, and where on its page it stands."""

from dataclasses import dataclass, field

from accounts import kinds
from spreadsheets.cells import Cell
from spreadsheets.widgets import Text
from wording.enumerations import joined
from wording.yes_or_no import yes_or_no

from .models import Initiative


@dataclass(frozen=True)
class Fact:
    """A line of *In het kort*: what stands before the value, and the filling that asks for it where nobody knows it."""

    label: str
    filling: str = ""


@dataclass(frozen=True)
class Chapter:
    """A text of the page: its heading, a main one where it has an anchor, and the filling that asks for the text.

    Without a filling a text that nobody wrote is left out, with its heading.
    """

    heading: str
    anchor: str = ""
    filling: str = ""


@dataclass(frozen=True)
class RecordField:
    """A field of the model, or a name under which its instances give what is linked to them.

    Each place has the name that it uses there; without one the field is not in that place. The labels of forms are
    those of the model.
    """

    name: str
    section: str = ""
    column: str = ""  # of the spreadsheets that are imported and exported
    cell: Cell = field(default_factory=Text)
    complete: str = ""  # what completeness asks for where it is empty
    compared: str = ""
    downloaded: str = ""
    # nothing here: a template shows it together with other fields
    page: Fact | Chapter | None = None
    # as a text; what has a facet stands in the app's ``search``
    is_searched: bool = False
    is_asked: bool = True  # of members
    is_beside: bool = False  # on the line of the field before it, in the admin

    def in_words(self, initiative):
        """The value as a reader reads it; empty where nobody knows it."""
        value = getattr(initiative, self.name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return yes_or_no(value)
        if hasattr(value, "all"):
            return joined(value.all())
        if isinstance(value, list):
            return joined(value)
        choices = kinds.field_of(Initiative, self.name).flatchoices
        labels = dict(choices)
        return str(labels.get(value, value))
