"""The table of a region as a file, in words."""

from collections.abc import Iterator

from opportunities.region_lines import RegionLine
from opportunities.regions import LEVELS, SHOWN, Region


def table_of(region: Region) -> tuple[list[str], Iterator[list]]:
    """(header, rows) of a file: every level in words, so that it can be sorted and filtered elsewhere."""
    header = [
        "gemeente",
        "code",
        "provincie",
        "inwoners",
        "witte vlekken",
        "nog niet bekend",
    ]
    for theme in region.themes:
        header += [f"{theme}: {label.lower()}" for label in SHOWN.values()]
    header.append("let op")
    rows = (cells_of(line) for line in region.lines)
    return header, rows


def cells_of(line: RegionLine) -> list:
    """A row of the file."""
    place = line.municipality
    cells = [
        place.name,
        place.cbs_code,
        place.province.name,
        place.population or "Niet bekend",
        line.blanks,
        line.unknown,
    ]
    for row in line.rows:
        for shown in SHOWN:
            level = LEVELS[shown](row)
            cells.append(level.label)
    cells.append(caveat_of(line))
    return cells


def caveat_of(line: RegionLine) -> str:
    """Which needs of a municipality come from figures of who volunteered; empty where none does."""
    names = []
    for row in line.rows:
        if row.is_decided_by_volunteers:
            names.append(row.theme.name)
    if not names:
        return ""
    themes = " en ".join(names)
    return f"Behoefte bij {themes}: uit een onderzoek onder jongvolwassenen. Wie meedeed, koos daar zelf voor."
