"""The two ways in which publishers lay out a table: a topic per column, or a figure per row."""

from .publishers_columns import (
    ABOUT_A_ROW,
    CHOSEN,
    PERIOD,
    REGION,
    TOPIC,
    VALUE,
    column_of,
)
from .publishers_tables import PublishersTable
from .topics import topic_name


class WideTable(PublishersTable):
    """A region per row, a topic per column."""

    name = "tabel-breed"
    headers = (
        *REGION,
        *PERIOD,
        "SoortRegio_2",
        "Marges",
    )
    needed = (REGION,)
    recognised = "Tabel met een regel per gemeente en een kolom per onderwerp, zoals van StatLine (RIVM, CBS)."

    def fits(self, names: set[str]) -> bool:
        """A region, and something besides that only publishers write beside it."""
        of_publishers = (*PERIOD, *CHOSEN, "SoortRegio_2", "SoortRegio")
        if not column_of(names, of_publishers) or "meting" in names:
            return False
        return super().fits(names)

    def values(
        self,
        cells: dict[str, str],
        headers: list[str],
    ) -> list[tuple[str, str]]:
        """(topic, value) of every column that is about no row as a whole."""
        about_rows = {topic_name(name) for name in (*REGION, *PERIOD, *ABOUT_A_ROW)}
        topics = []
        for header in headers:
            if header and topic_name(header) not in about_rows:
                topics.append(header)
        return [(topic, cells.get(topic_name(topic), "")) for topic in topics]


class LongTable(PublishersTable):
    """A figure per row, with its topic beside it."""

    name = "tabel-lang"
    headers = (*REGION, *PERIOD, *TOPIC, *VALUE)
    needed = (REGION, TOPIC, VALUE)
    recognised = "Tabel met een regel per cijfer: gebied, onderwerp, periode en waarde (StatLine, Waarstaatjegemeente)."

    def fits(self, names: set[str]) -> bool:
        """As for the other layout; who writes the codes of indicators has a layout of their own."""
        return super().fits(names) and not {"meting", "gmcode"} & names

    def values(
        self,
        cells: dict[str, str],
        headers: list[str],
    ) -> list[tuple[str, str]]:
        """The one topic and value of a row."""
        topic = cells[column_of(cells, TOPIC)]
        value = cells[column_of(cells, VALUE)]
        return [(topic, value)]
