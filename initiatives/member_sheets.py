"""A library's own examples as a spreadsheet, and what comes back of it.

Every row goes through the form that members fill in, so a file may no more than a person may. Between what is shown and
what is saved nothing is kept here: the page carries what was shown, signed.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from tempfile import NamedTemporaryFile

from django.core import signing
from django.db import transaction

from curation.simultaneous_edits import lock
from spreadsheets.importing import Importer
from spreadsheets.rows import RowResult
from spreadsheets.sandbox import read_sheet
from spreadsheets.tables import find_table, match_columns
from spreadsheets.tasks import export_rows
from spreadsheets.writing import write_sheet

from .member_forms import InitiativeForm, as_json, in_words, label_of
from .members import propose
from .models import Initiative
from .resources import InitiativeResource

KEY = "slug"
MOST_ROWS = 200
LONGEST_TOKEN = 2_000_000  # characters: what a browser sends back in one field
SHOWN_FOR = 24 * 60 * 60  # seconds in which it can be saved
SALT = "bestand van een bibliotheek"
NO_KEY = "In dit bestand staat geen kolom ‘slug’. Begin met het bestand dat je hier downloadt."
NO_ROWS = "In dit bestand staan geen rijen onder de kolomnamen."
TOO_MANY_ROWS = (
    f"Dit bestand heeft meer dan {MOST_ROWS} rijen. Splits het in kleinere bestanden."
)
TOO_MUCH = (
    "In dit bestand verandert te veel in één keer. Splits het in kleinere bestanden."
)
NOT_YOURS = "Dit is geen voorbeeld van jullie bibliotheek. Iets nieuws beschrijf je met het formulier."
ARCHIVED = "Dit voorbeeld is gearchiveerd. Vraag de curator van je provincie."
TWICE = "Dit voorbeeld staat al eerder in het bestand."
CHANGED_MEANWHILE = "Iemand veranderde intussen iets. Er is niets bewaard. Kies je bestand nog een keer."


class RefusedFileOfMemberError(Exception):
    """The file as a whole cannot be taken, in one Dutch sentence."""


class MemberSheet(InitiativeResource):
    """The layout of curators with only what members are asked for; it names nobody."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        names = [KEY, *InitiativeForm.Meta.fields]
        self.fields = {name: self.fields[name] for name in names}


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
            old, new = in_words(name, change["old"]), in_words(name, change["new"])
            changes.append((label_of(name), old, new))
        return changes

    @property
    def fingerprint(self):
        """The same as long as it would change the same from the same."""
        shown = repr(sorted(self.form.changed_values().items()))
        return sha256(shown.encode()).hexdigest()


@dataclass
class ReadFile:
    """What was read of a file: its rows, and the columns that are not used."""

    lines: list
    unused: list

    @property
    def good(self):
        """Rows that change something and may."""
        return [line for line in self.lines if line.form and not line.problems]

    @property
    def refused(self):
        """Rows that are not taken."""
        return [line for line in self.lines if line.problems]

    @property
    def unchanged_count(self):
        """How many rows change nothing."""
        return len(self.lines) - len(self.good) - len(self.refused)


def own_initiatives(user):
    """What this user keeps, as far as it can be changed."""
    return Initiative.objects.of_member(user).exclude(
        publication_state=Initiative.PublicationState.ARCHIVED
    )


def write_own(file, kind, user):
    """Write the examples of this user's libraries; raises ``TooLongError``."""
    layout = MemberSheet()
    keys = list(own_initiatives(user).order_by("sort_key").values_list("pk", flat=True))
    write_sheet(file, kind, layout.columns, export_rows(layout, keys))


def read_file(upload, user):
    """What an uploaded file would change; raises ``RefusedSheetError`` or ``RefusedFileOfMemberError``."""
    with NamedTemporaryFile() as file:
        for chunk in upload.chunks():
            file.write(chunk)
        file.flush()
        sheet = read_sheet(file.name)
    layout = MemberSheet()
    table = find_table(sheet.rows, [layout.columns])
    columns = match_columns(table.headers, layout.columns)
    refuse_whole(table, columns)
    reader = RowReader(layout, columns, user)
    lines = [reader.line(row.line, table.cells_of(row)) for row in table.rows]
    unused = [name for name in table.headers if name and name not in columns]
    return ReadFile(lines, unused)


def refuse_whole(table, columns):
    """Refuse a file that does not say which row is what, or that is empty or too long."""
    if KEY not in columns.values():
        raise RefusedFileOfMemberError(NO_KEY)
    if not table.rows:
        raise RefusedFileOfMemberError(NO_ROWS)
    if len(table.rows) > MOST_ROWS:
        raise RefusedFileOfMemberError(TOO_MANY_ROWS)


class RowReader:
    """Reads rows with the widgets of the layout, and compares them with what is stored."""

    def __init__(self, layout, columns, user):
        self.columns = columns  # {header: our column}
        self.importer = Importer(layout, columns.values())
        self.own = {}
        for initiative in layout.get_queryset().filter(
            pk__in=Initiative.objects.of_member(user).order_by().values("pk")
        ):
            self.own[initiative.slug] = initiative
        self.seen = set()

    def line(self, number, cells):
        """One row of the file."""
        row = {
            self.columns[name]: cells[name] for name in cells if name in self.columns
        }
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
        for each in self.importer.fields:
            old, new = getattr(initiative, each.attribute), values[each.attribute]
            if each.widget.is_many:
                old = list(old.all())
            if each.widget.shown(old) != each.widget.shown(new):
                changed[each.attribute] = as_posted_value(new)
        return changed


def as_posted_value(value):
    """A value that was read as the form has it."""
    if isinstance(value, list):
        return sorted(each.pk for each in value)
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


def token_of(read, user):
    """What was shown, so that exactly that is saved; raises ``RefusedFileOfMemberError`` where it is too much."""
    rows = [[line.initiative.slug, line.values, line.fingerprint] for line in read.good]
    token = signing.dumps([user.pk, rows], salt=SALT, compress=True)
    if len(token) > LONGEST_TOKEN:
        raise RefusedFileOfMemberError(TOO_MUCH)
    return token


@transaction.atomic
def take_in(*, token, explanation, user, now):
    """Save drafts and propose changes of what is published, as shown; gives how many of each.

    Raises ``RefusedFileOfMemberError``, and then nothing is saved.
    """
    try:
        shown_to, rows = signing.loads(token, salt=SALT, max_age=SHOWN_FOR)
    except signing.BadSignature:
        raise RefusedFileOfMemberError(CHANGED_MEANWHILE) from None
    if shown_to != user.pk:
        raise RefusedFileOfMemberError(CHANGED_MEANWHILE)
    lock(Initiative.objects.filter(slug__in=[slug for slug, _, _ in rows]))
    saved = proposed = 0
    for slug, values, fingerprint in rows:
        line = line_again(slug, values, user)
        if line.form is None or line.fingerprint != fingerprint:
            raise RefusedFileOfMemberError(CHANGED_MEANWHILE)
        if line.initiative.is_published:
            propose(form=line.form, explanation=explanation, user=user, now=now)
            proposed += 1
        else:
            line.form.save_only(values)
            saved += 1
    return saved, proposed


def line_again(slug, values, user):
    """A row that was shown, compared with what is stored now."""
    line = SheetLine(0, slug, own_initiatives(user).filter(slug=slug).first(), values)
    if line.initiative:
        check(line)
    return line
