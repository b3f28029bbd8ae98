"""A row of the spreadsheet of a library: what it would change, and why it may not."""

from dataclasses import dataclass, field
from hashlib import sha256

from spreadsheets.importing import Importer
from spreadsheets.rows import RowResult

from .member_forms import InitiativeForm, as_json, in_words, label_of
from .models import Initiative

KEY = "slug"
NOT_YOURS = "Dit is geen voorbeeld van jullie bibliotheek. Iets nieuws beschrijf je met het formulier."
ARCHIVED = "Dit voorbeeld is gearchiveerd. Vraag de curator van je provincie."
TWICE = "Dit voorbeeld staat al eerder in het bestand."


@dataclass
class SheetLine:
    """What one row would change, in words and as the form takes it, or why it is refused."""

    line: int
    label: str  # as it is called now
    initiative: object = None
    values: dict = field(default_factory=dict)  # {field: as the form has it}
    form: object = None  # of a row that changes something
    problems: list = field(default_factory=list)  # (column or label, reason)

    @property
    def changes(self):
        """[(label, old, new)] in words."""
        changes = []
        for name, change in self.form.changed_values().items():
            old = in_words(name, change["old"])
            new = in_words(name, change["new"])
            changes.append((label_of(name), old, new))
        return changes

    @property
    def fingerprint(self):
        """The same as long as it would change the same from the same."""
        shown = repr(sorted(self.form.changed_values().items()))
        return sha256(shown.encode()).hexdigest()


class RowReader:
    """Reads rows with the widgets of the layout, and compares them with what is stored."""

    def __init__(self, layout, columns, user):
        self.columns = columns  # {header: our column}
        self.importer = Importer(layout, columns.values())
        self.own = {}
        of_member = Initiative.objects.of_member(user).order_by().values("pk")
        for initiative in layout.get_queryset().filter(pk__in=of_member):
            self.own[initiative.slug] = initiative
        self.seen = set()

    def line(self, number, cells):
        """One row of the file."""
        row = {}
        for name in cells:
            if name in self.columns:
                row[self.columns[name]] = cells[name]
        slug = row.get(KEY, "")
        result = RowResult(number)
        initiative = self.own.get(slug)
        label = str(initiative or row.get("titel") or slug)
        line = SheetLine(number, label, initiative)
        line.problems = self.problems_with(line, slug)
        if line.problems:
            return line
        values = self.importer.values_in(row, result)
        line.problems = result.problems
        if not line.problems:
            line.values = self.changed(line.initiative, values)
            check(line)
        return line

    def problems_with(self, line, slug):
        """Why this row is about nothing that can be changed; empty where it is."""
        if line.initiative is None:
            return [(KEY, NOT_YOURS)]
        if line.initiative.publication_state == Initiative.PublicationState.ARCHIVED:
            return [(KEY, ARCHIVED)]
        if slug in self.seen:
            return [(KEY, TWICE)]
        self.seen.add(slug)
        return []

    def changed(self, initiative, values):
        """{field: new value as the form has it} of the columns that say something else than what is stored."""
        changed = {}
        for column in self.importer.fields:
            old = getattr(initiative, column.attribute)
            new = values[column.attribute]
            if column.widget.is_many:
                old = list(old.all())
            if column.widget.shown(old) != column.widget.shown(new):
                changed[column.attribute] = as_posted_value(new)
        return changed


def as_posted_value(value):
    """A value that was read as the form has it."""
    if isinstance(value, list):
        return sorted(row.pk for row in value)
    return as_json(value)


def check(line):
    """Put the new values in the form of members; what the form refuses is why the row is refused."""
    if not line.values:
        return
    form = InitiativeForm.with_values(line.initiative, line.values)
    if not form.is_valid():
        for name, messages in form.errors.items():
            label = form.fields[name].label if name in form.fields else ""
            line.problems.append((label, " ".join(messages)))
    elif form.changed_values():
        line.form = form
