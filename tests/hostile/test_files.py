"""Files with hostile texts: nothing runs in a PDF, nothing is a formula in a sheet, nothing is added to a calendar."""

import csv
import io
import re
import zlib
from zipfile import ZipFile

import icalendar
import pytest
from openpyxl import load_workbook

from events.links import place_token
from events.models import Event

# one process, since the world they share takes seconds to make
pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("hostile")]
RUNS_IN_PDF = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|URI)\b")
OURS_IN_CALENDAR = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS"}
OURS_IN_CALENDAR |= {"SEQUENCE", "LAST-MODIFIED", "CREATED"}
NO_TEXT = ("n", "d")  # numbers and moments
STARTS_FORMULA = re.compile(r"[=+\-@＝＋－＠]")


@pytest.fixture
def files(look, hostile_world):
    """A function that gives the bytes of a file, asked by an administrator."""
    browser, event = look("administrator"), hostile_world.things["events.event"]
    short = {"event": f"/beheer/events/event/{event.pk}", "note": hostile_world.note.get_absolute_url()}
    short["place"] = f"/agenda/plek/{place_token(hostile_world.things['events.registration'])}"

    def ask(address):
        response = browser.client.get(address.format(**short, slug=event.slug))
        assert response.status_code == 200, address
        return b"".join(response.streaming_content) if response.streaming else response.content

    return ask


def test_nothing_runs_in_a_pdf(files):
    for address in ("{note}pdf/", "{event}/naamkaartjes/", "{event}/tekenlijst/"):
        content = files(address)

        assert content.startswith(b"%PDF-")
        assert [part for part in parts_of(content) if RUNS_IN_PDF.search(part)] == []


def test_no_cell_is_a_formula(files):
    """A csv cell has an apostrophe before what looks like one; an xlsx cell is text, and says so when it is edited."""
    rows = csv.reader(io.StringIO(files("{event}/deelnemers/bestand/?soort=csv").decode("utf-8-sig")), delimiter=";")
    cells = [cell for row in rows for cell in row]
    for page in ("deelnemers", "facturen", "evaluatie"):
        sheet = load_workbook(io.BytesIO(files(f"{{event}}/{page}/bestand/?soort=xlsx"))).active
        texts = [cell for row in sheet.iter_rows() for cell in row if cell.data_type not in NO_TEXT]
        cells += [cell.value for cell in texts if not cell.quotePrefix]
        assert {cell.data_type for cell in texts} <= {"s", "inlineStr"}

    assert [cell for cell in cells if STARTS_FORMULA.match(str(cell))] == []
    assert [cell for cell in cells if "pwn" in str(cell)] != []


def test_a_calendar_has_nothing_but_what_we_put_there(files):
    Event.objects.update(date_note="")  # else it has no day and stands in no calendar

    for address in ("/agenda/agenda.ics", "/agenda/{slug}/agenda.ics", "{place}/programma.ics"):
        calendar = icalendar.Calendar.from_ical(files(address))
        names = {name for entry in calendar.walk("VEVENT") for name in entry}
        assert (bool(names), names - OURS_IN_CALENDAR) == (True, set()), address


def test_a_document_holds_text_only(files):
    with ZipFile(io.BytesIO(files("{note}docx/"))) as document:
        texts = {name: document.read(name) for name in document.namelist()}

    links = [name for name, text in texts.items() if name.endswith(".rels") and b"pwn" in text]
    assert links == []
    assert b"&lt;" in texts["word/document.xml"]


def parts_of(content):
    """What stands in a PDF, unpacked."""
    yield re.sub(rb"stream\r?\n.*?endstream", b"", content, flags=re.DOTALL)
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            part = zlib.decompressobj().decompress(packed)
        except zlib.error:  # not packed
            part = packed
        yield part if b"/Type" in part else b""
