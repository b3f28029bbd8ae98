"""Notes that were kept before notes looked as they do now: their content, in the shape of today."""

from .table import cell

LEVELS = {
    "need": "Behoefte",
    "policy": "Beleid",
    "supply": "Aanbod nu",
    "chance": "Kans",
}

LATER_IN_CASES = {"state": "", "result": "", "result_name": "Resultaat", "icon": ""}


def in_todays_shape(content: dict, kept_on: str) -> dict:
    """The content of a note as it is made today; ``kept_on`` is the day, ``2026-11-28``."""
    cases = [LATER_IN_CASES | case for case in content["cases"]]
    if "table" in content:
        return content | {"cases": cases}
    return content | {
        "day": kept_on,
        "library": "",
        "core": [content["core"]],
        "table": {
            "columns": list(LEVELS.values()),
            "rows": [row_of(row) for row in content["rows"]],
        },
        "unknown": [],
        "duties": [],
        "cases_heading": "Voorbeelden",
        "cases": cases,
        "steps": [{"head": "", "text": text} for text in content["proposal"]],
        "measures": [],
    }


def row_of(row: dict) -> dict:
    """A row of the table."""
    cells = []
    for name, column in LEVELS.items():
        note = row.get(f"{name}_note")
        cells.append({**cell(row[name], note), "column": column})
    return {
        "theme": row["theme"],
        "figure": row["figure"],
        "figure_note": row["figure_note"],
        "cells": cells,
    }
