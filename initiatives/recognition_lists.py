"""Lists of recognitions as Movisie and RIVM make them: what was judged, how far it came, when, and where to read it."""

import re

from partners.models import Partner
from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table, plain

from .models import Initiative

OURS = ["praktijkvoorbeeld", "erkend_door", "niveau", "toegekend_op", "webadres"]
DUTCH_DAY = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


class RecognitionList(ForeignLayout):
    """A recognition per row; example and body are found by their names, else refused by them."""

    name = "erkenningen"
    headers = ("Interventie", "Databank", "Niveau", "Datum", "Link")
    recognised = "Lijst van erkenningen: Interventie, Databank (Movisie of RIVM), Niveau, Datum, Link."

    def translate(self, table, file_name):
        """The same rows in our own columns, with days as we write them."""
        initiatives = {}
        for title, slug in Initiative.objects.values_list("title", "slug"):
            initiatives[plain(title)] = slug
        bodies = {}
        for name, slug in Partner.objects.values_list("name", "slug"):
            bodies[plain(name)] = slug
        rows = []
        for row in table.rows:
            cells = table.cells_by_plain_name(row)
            example = cells["interventie"]
            body = cells["databank"]
            ours = [
                initiatives.get(plain(example), example),
                bodies.get(plain(body), body),
                cells["niveau"],
                iso_day(cells["datum"]),
                cells["link"],
            ]
            rows.append(SheetRow(row.line, ours))
        return Table(OURS, rows, table.header_line)


def iso_day(text):
    """``1-3-2026`` as ``2026-03-01``; anything else stays, to be refused by name."""
    match = DUTCH_DAY.fullmatch(text)
    if match is None:
        return text
    day, month, year = match.groups()
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}"
