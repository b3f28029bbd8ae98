"""What publishers call the figures that we know: topics of their tables, and the slugs of our indicators.

Only names that were seen in a table or in what others wrote about it; a curator can put the name of one of our
indicators above any other column.
"""

import re
from dataclasses import dataclass, field

from spreadsheets.sandbox import SheetRow
from spreadsheets.tables import plain

from .models import Indicator

# Bevolkingsdichtheid (aantal inwoners per km2)
UNIT_BEHIND = re.compile(r" *\([^()]*\)$")
NUMBER_BEHIND = re.compile(r"_[0-9]+$")  # the place of a topic in its table: Eenzaam_27


@dataclass(frozen=True)
class KnownTable:
    """A table of StatLine: what its source is called, its year where no row says it, and its topics."""

    source: str
    year: int | None = None
    topics: dict[str, str] = field(default_factory=dict)


CORE_TOPICS = {
    "AantalInwoners": "population",
    "Bevolkingsdichtheid": "population_density_per_km2",
    "MateVanStedelijkheid": "urbanity_class",
}
TABLES = {
    "50120NED": KnownTable(
        "RIVM StatLine 50120NED, Gezondheidsmonitor volwassenen en ouderen (GGD’en, CBS, RIVM)",
        topics={
            "ErvarenGezondheidGoedZeerGoed": "good_health_pct_18plus",
            "HoogRisicoOpAngstOfDepressie": "high_risk_anxiety_depression_pct_18plus",
            "ErnstigZeerErnstigEenzaam": "severely_lonely_pct_18plus",
            "Mantelzorger": "informal_carer_pct_18plus",
            "Vrijwilligerswerk": "volunteer_pct_18plus",
            "MoeiteMetRondkomen": "difficulty_making_ends_meet_pct_18plus",
        },
    ),
    "50140NED": KnownTable(
        "RIVM StatLine 50140NED, Gezondheidsmonitor jongvolwassenen 2024 (GGD’en, RIVM)",
        year=2024,
        topics={
            "MoeiteMetRondkomen": "young_adults_difficulty_making_ends_meet_pct",
            "HeeftSchulden": "young_adults_has_debts_pct",
        },
    ),
    "85984NED": KnownTable(
        "CBS StatLine 85984NED, Kerncijfers wijken en buurten 2024",
        2024,
        CORE_TOPICS,
    ),
}


def table_in(file_name: str) -> KnownTable:
    """The table of which the number stands in the name of a file; one without topics where there is none."""
    for number, table in TABLES.items():
        if number.lower() in file_name.lower():
            return table
    return KnownTable(f"Tabel ‘{file_name}’")


def topic_slugs(table: KnownTable) -> dict[str, str]:
    """{plain name of a topic: slug of our indicator}: those of the table, and the names of all our indicators."""
    slugs = {}
    for indicator in Indicator.objects.all():
        for name in (indicator.name, indicator.short_name, indicator.slug):
            slugs[plain(name)] = indicator.slug
    for topic, slug in table.topics.items():
        slugs[plain(topic)] = slug
    return slugs


def topic_name(header: str) -> str:
    """A topic as it is compared: without its place in the table, capitals and signs."""
    return plain(NUMBER_BEHIND.sub("", header.strip()))


def without_unit(header: str) -> str:
    """A topic without the unit that the portal of StatLine writes behind it."""
    return UNIT_BEHIND.sub("", header.strip())


def cells_by_topic(
    headers: list[str],
    row: SheetRow,
) -> dict[str, str]:
    """{plain name of a column: text} of a row; a cell that is not there is empty."""
    cells = {topic_name(header): "" for header in headers}
    for header, cell in zip(headers, row.cells, strict=False):
        cells[topic_name(header)] = cell.strip()
    return cells
