"""A list as a PDF, and as a table for a spreadsheet."""

from datetime import date
from pathlib import Path

from django.http import HttpResponse

from opportunities.notes.pdf import on_paper
from printing.pdf import printed
from spreadsheets.writing import download, write_sheet

from .shown import Shown

SHEET = Path(__file__).parent / "list.typ"
HEADER = ["soort", "naam", "adres", "notitie"]


def list_file(
    kind: str,
    title: str,
    lines: list[Shown],
    day: date,
) -> HttpResponse:
    """The list as a file to download; ``kind`` is ``pdf`` or a kind of spreadsheet."""
    name = f"lijst-{day}.{kind}"
    if kind == "pdf":
        return HttpResponse(
            list_pdf(title, lines, day),
            content_type="application/pdf",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
    response = download(name, kind)
    write_sheet(response, kind, HEADER, table_rows(lines))
    return response


def table_rows(lines: list[Shown]) -> list[list[str]]:
    """A row for each line."""
    return [[line.kind.label, line.title, line.address, line.note] for line in lines]


def list_pdf(
    title: str,
    lines: list[Shown],
    day: date,
) -> bytes:
    """The bytes of the PDF."""
    entries = []
    for line in lines:
        entry = {
            "label": on_paper(line.kind.label),
            "title": on_paper(line.title),
            "shown_address": on_paper(line.address),
            "address": line.address,
            "note": on_paper(line.note.splitlines()),
        }
        entries.append(entry)
    return printed(
        SHEET,
        {
            "title": on_paper(title),
            "day": [day.year, day.month, day.day],
            "entries": entries,
        },
    )
