"""What becomes of one row of a file."""

from dataclasses import dataclass, field
from typing import Any

from .choices import RowOutcome

EXTRA_CELLS = None  # the key under which a row keeps what stands beyond the last column


@dataclass
class RowResult:
    """The ``outcome`` of a row and why; ``changes`` are (column, old, new) texts, ``problems`` (column, reason)."""

    line: int
    outcome: Any = RowOutcome.UNCHANGED
    label: str = ""
    changes: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    # (column, word) that nobody explained
    unknown_words: list = field(default_factory=list)
    instance: object = None  # of a row that was there only until it is written
    object_id: int | None = None  # of the object, also later
    links: dict = field(default_factory=dict)  # many-to-many field name -> objects
    parts: dict = field(default_factory=dict)  # column -> what hangs under the object
    cells: list = field(default_factory=list)  # as they came, of a refused row

    @property
    def is_new(self):
        """Whether this row makes an object."""
        return self.outcome == RowOutcome.NEW

    @property
    def is_changed(self):
        """Whether this row changes an object that was there."""
        return self.outcome == RowOutcome.CHANGED

    @property
    def is_refused(self):
        """Whether this row is not taken."""
        return self.outcome == RowOutcome.REFUSED

    @property
    def is_skipped(self):
        """Whether a curator said to leave this row out."""
        return self.outcome == RowOutcome.SKIPPED

    def skip(self, reason):
        """Leave this row out, whatever else is wrong with it."""
        self.outcome = RowOutcome.SKIPPED
        self.problems = []
        self.unknown_words = []
        self.remarks = [reason]

    def refuse(self, *problems):
        """Say why this row is not taken."""
        self.outcome = RowOutcome.REFUSED
        self.problems = [*self.problems, *problems]
        self.changes = []

    def let_go(self):
        """Keep only the number of an object that was there: ten thousand with all they refer to are too many."""
        if self.instance is not None:
            self.object_id = self.instance.pk
        if not self.is_new:
            self.instance = None
            self.links = {}
            self.parts = {}

    def note_change(self, column, old, new):
        """Keep what changes in a column, as texts; say whether anything does."""
        before = column.widget.shown(old)
        after = column.widget.shown(new)
        if before == after:
            return False
        self.changes.append((column.column_name, before, after))
        return True


def problems_of(error, resource):
    """(column, sentence) pairs of a ``ValidationError``."""
    if not hasattr(error, "error_dict"):
        return [("", " ".join(error.messages))]
    problems = []
    for attribute, sentences in error.message_dict.items():
        problems.append((resource.column_of(attribute), " ".join(sentences)))
    return problems
