"""An export as the background task makes it, read again as an import does."""

from spreadsheets.importing import Importer
from spreadsheets.layouts import resource_of
from spreadsheets.sandbox import read_sheet
from spreadsheets.tables import find_table, match_columns
from spreadsheets.tasks import export_rows
from spreadsheets.writing import write_sheet

NASTY = [
    "==1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+31 6 12345678",
    "-5 graden",
    "\t=1",
    "\r=1",
    " spatie vooraan",
    "'s-Hertogenbosch",
    "'=x",
    "''=x",
    "'",
    "één\r\ntwee",
    "één\ntwee\n\ndrie",
    "_x0041_",
    "dubbele  spaties   hier",
    "een;twee,drie\tvier|vijf",
    "zij zei \"ja\" en 'nee'",
    "\ufeffBOM",
    "👩‍👩‍👧 gezin",
    "\u202eomgekeerd\u202c",
    "<b>&amp;</b>",
    "a\u00a0b\u2028c\x85d",
    "007",
    "1e5",
    "ja",
    "2014-06-19",
    "%PDF",
    "ene regel \n andere regel",
]
RARE = ["_x005F_x0041_", "vorm\x0bfeed", "zacht\x1fafbreken", "spatie achteraan ", "regel achteraan\r\n", "\ufffe"]


def exported_rows(model):
    """The header and the rows of an export with all there is of this model, as texts."""
    resource = resource_of(model._meta.label_lower)
    keys = list(model.objects.order_by("pk").values_list("pk", flat=True))
    return [resource.columns, *export_rows(resource, keys)]


def sheet(folder, kind, rows):
    """A file with these rows, of which the first is the header."""
    path = folder / f"export.{kind}"
    with path.open("wb") as file:
        write_sheet(file, kind, rows[0], rows[1:])
    return path


def export(folder, model, kind):
    """A file with all rows of this model."""
    return sheet(folder, kind, exported_rows(model))


def cells_in(path):
    """The cells of every row that is read from a file; line numbers differ between kinds."""
    return [row.cells for row in read_sheet(path).rows]


def bring_in(path, model, user):
    """What an import by this user makes of the rows of a file."""
    return bring_in_rows(read_sheet(path).rows, model, user)


def bring_in_rows(read, model, user):
    """The same of rows that were read already."""
    resource = resource_of(model._meta.label_lower)
    table = find_table(read, [resource.columns])
    columns = match_columns(table.headers, resource.columns)
    importer = Importer(resource, columns.values(), user=user)
    names = [columns[header] for header in table.headers]
    return list(importer.run((row.line, dict(zip(names, row.cells, strict=False))) for row in table.rows))


def told(results):
    """Whatever is not unchanged, so that a failing test says what."""
    return [
        (result.line, result.outcome, result.changes, result.problems)
        for result in results
        if result.outcome != "gelijk"
    ]
