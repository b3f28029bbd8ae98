"""What becomes of one row of a file."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Model
from import_export.fields import Field

from .choices import RowOutcome

if TYPE_CHECKING:  # at run time it would be a circle
    from .resources import ContentResource

# {column: text} of a row of a file, and under EXTRA_CELLS whether more stands behind
Texts = dict[str | None, Any]
EXTRA_CELLS = None
TOO_MANY_CELLS = (
    "Deze rij heeft meer cellen dan er kolommen zijn. Staat in een cel het teken dat cellen scheidt, "
    "zoals een puntkomma? Zet de tekst van die cel dan tussen aanhalingstekens."
)


class CellChange(NamedTuple):
    """What a cell says now and what it will say, as texts."""

    column: str
    old: str
    new: str


class CellProblem(NamedTuple):
    """Why a row is refused; ``column`` is empty where it is about several."""

    column: str
    reason: str


class UnknownWord(NamedTuple):
    """A word in a cell that nobody explained."""

    column: str
    word: str


@dataclass
class RowResult:
    """The ``outcome`` of a row and why."""

    line: int
    # a RowOutcome, which mypy takes for a pair of texts
    outcome: Any = RowOutcome.UNCHANGED
    label: str = ""
    changes: list[CellChange] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unknown_words: list[UnknownWord] = field(default_factory=list)
    # the object or None; of a row that was there only until it is written
    instance: Any = None
    object_id: int | None = None  # of the object, also later
    # many-to-many field name -> objects
    links: dict[str, list[Model]] = field(default_factory=dict)
    # column -> what hangs under the object
    parts: dict[str, Any] = field(default_factory=dict)
    # as they came, of a refused row
    cells: list[str] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether this row makes an object."""
        return self.outcome == RowOutcome.NEW

    @property
    def is_changed(self) -> bool:
        """Whether this row changes an object that was there."""
        return self.outcome == RowOutcome.CHANGED

    @property
    def is_refused(self) -> bool:
        """Whether this row is not taken."""
        return self.outcome == RowOutcome.REFUSED

    @property
    def is_skipped(self) -> bool:
        """Whether a curator said to leave this row out."""
        return self.outcome == RowOutcome.SKIPPED

    def skip(self, reason: str) -> None:
        """Leave this row out, whatever else is wrong with it."""
        self.outcome = RowOutcome.SKIPPED
        self.problems = []
        self.unknown_words = []
        self.remarks = [reason]

    def refuse(self, *problems: CellProblem) -> None:
        """Say why this row is not taken."""
        self.outcome = RowOutcome.REFUSED
        self.problems = [*self.problems, *problems]
        self.changes = []

    def let_go(self) -> None:
        """Keep only the number of an object that was there: ten thousand with all they refer to are too many."""
        if self.instance is not None:
            self.object_id = self.instance.pk
        if not self.is_new:
            self.instance = None
            self.links = {}
            self.parts = {}

    def note_change(self, column: Field, old: Any, new: Any) -> bool:
        """Keep what changes in a column, as texts; say whether anything does."""
        before = column.widget.shown(old)
        after = column.widget.shown(new)
        if before == after:
            return False
        change = CellChange(column.column_name, before, after)
        self.changes.append(change)
        return True


def problems_of(
    error: ValidationError,
    resource: "ContentResource",
) -> list[CellProblem]:
    """What a ``ValidationError`` says, by column."""
    if not hasattr(error, "error_dict"):
        reason = " ".join(error.messages)
        return [CellProblem("", reason)]
    problems = []
    for attribute, sentences in error.message_dict.items():
        column = resource.column_of(attribute)
        reason = " ".join(sentences)
        problems.append(CellProblem(column, reason))
    return problems


@dataclass
class ReadRow:
    """A row of which the cells were read: its cells as they came, their values, and what comes of it."""

    cells: Texts
    values: dict[str, Any]
    result: RowResult
