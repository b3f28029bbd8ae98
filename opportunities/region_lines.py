"""A row of the table of a region: one municipality, and what is counted of it."""

from dataclasses import dataclass

from partners.models import Municipality

from .choices import CHANCES, NO_KNOWN_SUPPLY, ONLY_NEED, Need
from .matrix_rows import Row


@dataclass(frozen=True)
class RegionLine:
    """A municipality in the table, with the rows of the themes that are shown."""

    municipality: Municipality
    rows: list[Row]

    def row_about(self, slug: str) -> Row:
        """The row of the theme with this slug, which is shown."""
        return next(row for row in self.rows if row.theme.slug == slug)

    @property
    def blanks(self) -> int:
        """Themes with much need for which we know of no supply: where a curator should go next."""
        blanks = 0
        for row in self.rows:
            if row.need == Need.HIGH and row.supply in NO_KNOWN_SUPPLY:
                blanks += 1
        return blanks

    @property
    def unknown(self) -> int:
        """Themes of which we cannot say what they are."""
        return sum(row.chance in ONLY_NEED for row in self.rows)

    @property
    def chances(self) -> int:
        """Themes in which there is a chance."""
        return sum(row.chance in CHANCES for row in self.rows)
