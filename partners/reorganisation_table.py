"""The table of reorganisations: which municipality ended when, and in which it lives on."""

import re

from spreadsheets.layouts import ForeignLayout
from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import Table

from .foreign_names import free_slug, named
from .models import Municipality, Province, Succession

OURS = ["oud", "nieuw", "datum", "soort", "hoofddeel", "aangekondigd"]
CODE = re.compile(r"GM\d{4}")


class Reorganisations(ForeignLayout):
    """Which municipality ended when, and in which it lives on."""

    name = "herindelingen"
    headers = ("old_code", "old_name", "new_code", "new_name", "date", "kind", "role")
    recognised = "Tabel met herindelingen: old_code, old_name, old_province, new_code, new_name, date, kind, role."
    KINDS = {
        "merged_into_new": Succession.Kind.MERGED,
        "absorbed_by_existing": Succession.Kind.ABSORBED,
        "split": Succession.Kind.SPLIT,
        "renamed_or_recoded": Succession.Kind.RENAMED,
    }

    def translate(self, table, file_name):
        """Rows of our own layout; a kind we do not know is passed on, and refused with its own name."""
        self.lines = []
        rows = []
        for row in table.rows:
            cells = table.cells_of(row)
            self.lines.append(cells)
            rows.append(SheetRow(row.line, self.our_cells(cells)))
        return Table(OURS, rows, table.header_line)

    def our_cells(self, cells):
        """A row of our own layout."""
        kind = cells.get("kind", "")
        is_main_part = "ja"
        if cells.get("role") == "part":
            is_main_part = "nee"
        return [
            cells.get("old_code", ""),
            cells.get("new_code", ""),
            cells.get("date", ""),
            self.KINDS.get(kind, kind),
            is_main_part,
            "nee",
        ]

    def before_rows(self):
        """Make the municipalities that only this table knows."""
        self.known = set(Municipality.objects.values_list("cbs_code", flat=True))
        self.taken = set(Municipality.objects.values_list("slug", flat=True))
        self.began = []
        self.ended = []
        provinces = Province.objects.in_bulk(field_name="name")
        without_end = dict(
            Municipality.objects.filter(valid_until=None).values_list(
                "cbs_code",
                "name",
            )
        )
        for cells in self.lines:
            province = provinces.get(cells.get("old_province", ""))
            self.make_unknown(
                cells.get("old_code", ""),
                cells.get("old_name", ""),
                province,
            )
            new_name = cells.get("new_name", "")
            if self.make_unknown(
                cells.get("new_code", ""),
                new_name,
                province,
            ):
                self.began.append(new_name)
            old_code = cells.get("old_code")
            if old_code in without_end:
                self.ended.append(without_end.pop(old_code))

    def make_unknown(self, code, name, province):
        """Make this municipality where we do not know it and the table says enough; say whether it was made."""
        if (
            code in self.known
            or not CODE.fullmatch(code)
            or not name
            or province is None
        ):
            return False
        slug = free_slug(name, province, self.taken)
        Municipality.objects.create(
            cbs_code=code,
            name=name,
            slug=slug,
            province=province,
        )
        self.known.add(code)
        return True

    def notices(self, table):
        return [
            named(
                self.ended,
                "gemeente houdt hiermee op te bestaan",
                "gemeenten houden hiermee op te bestaan",
            ),
            named(self.began, "gemeente is nieuw", "gemeenten zijn nieuw"),
        ]
