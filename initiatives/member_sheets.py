"""A library's own examples as a spreadsheet, and what comes back of it.

Every row goes through the form that members fill in, so a file may no more than a person may. Between what is shown and
what is saved nothing is kept here: the page carries what was shown, signed.
"""

from dataclasses import dataclass
from tempfile import NamedTemporaryFile

from django.core import signing
from django.db import transaction

from curation.simultaneous_edits import lock
from spreadsheets.sandbox import read_sheet
from spreadsheets.tables import find_table, match_columns
from spreadsheets.tasks import export_rows
from spreadsheets.writing import write_sheet

from .member_forms import InitiativeForm
from .member_rows import KEY, RowReader, SheetLine, check
from .members import propose
from .models import Initiative
from .resources import InitiativeResource

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
class ReadFile:
    """What was read of a file: its rows, and the columns that are not used."""

    lines: list
    unused: list

    @property
    def good(self):
        """Rows that change something and may."""
        good = []
        for line in self.lines:
            if line.form and not line.problems:
                good.append(line)
        return good

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
    write_sheet(
        file,
        kind,
        layout.columns,
        export_rows(layout, keys),
    )


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
    unused = []
    for name in table.headers:
        if name and name not in columns:
            unused.append(name)
    return ReadFile(lines, unused)


def refuse_whole(table, columns):
    """Refuse a file that does not say which row is what, or that is empty or too long."""
    if KEY not in columns.values():
        raise RefusedFileOfMemberError(NO_KEY)
    if not table.rows:
        raise RefusedFileOfMemberError(NO_ROWS)
    if len(table.rows) > MOST_ROWS:
        raise RefusedFileOfMemberError(TOO_MANY_ROWS)


def token_of(read, user):
    """What was shown, so that exactly that is saved; raises ``RefusedFileOfMemberError`` where it is too much."""
    rows = [[line.initiative.slug, line.values, line.fingerprint] for line in read.good]
    token = signing.dumps(
        [user.pk, rows],
        salt=SALT,
        compress=True,
    )
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
    saved = 0
    proposed = 0
    for slug, values, fingerprint in rows:
        line = line_again(slug, values, user)
        if line.form is None or line.fingerprint != fingerprint:
            raise RefusedFileOfMemberError(CHANGED_MEANWHILE)
        if line.initiative.is_published:
            propose(
                form=line.form,
                explanation=explanation,
                user=user,
                now=now,
            )
            proposed += 1
        else:
            line.form.save_only(values)
            saved += 1
    return saved, proposed


def line_again(slug, values, user):
    """A row that was shown, compared with what is stored now."""
    line = SheetLine(
        0,
        slug,
        own_initiatives(user).filter(slug=slug).first(),
        values,
    )
    if line.initiative:
        check(line)
    return line
