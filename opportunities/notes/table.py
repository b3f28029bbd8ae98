"""The table of a note: per theme the figure and what is known; what nobody knows becomes a question to the reader."""

from datetime import date

from django.utils.text import capfirst

from opportunities.choices import ONLY_NEED, Chance, Need, Policy, Supply
from opportunities.matrix_rows import Row
from opportunities.words import names_of_themes
from wording.years import OLD, is_old

from .footnotes import Footnotes, figure_source
from .material import Material

STRONG = "sterk"  # tones of a cell: how much it stands out
MILD = "licht"
PLAIN = ""
TONES = {
    Need.HIGH: STRONG,
    Need.MEDIUM: MILD,
    Chance.BIG: STRONG,
    Chance.CHANCE: MILD,
}
ASKED = "vragen we je"
COUNTS = {2: "twee", 3: "drie"}  # the most themes that a note may have
OLD_DIVISION = "van voor de herindeling"


def table_of(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> dict:
    """``columns`` (names) and ``rows``: theme, its figure in words, and a cell for each column, that names it too."""
    columns = filled_columns(rows, material, notes)
    lines = []
    for number, row in enumerate(rows):
        cells = []
        for column in columns:
            named_cell = {
                **column["cells"][number],
                "column": column["name"],
            }
            cells.append(named_cell)
        figure_note = None
        if row.figure:
            figure_note = notes.number(figure_source(row.figure))
        line = {
            "theme": row.theme.name,
            "figure": figure_in_words(row, material.today),
            "figure_note": figure_note,
            "cells": cells,
        }
        lines.append(line)
    return {
        "columns": [column["name"] for column in columns],
        "rows": lines,
    }


def filled_columns(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> list[dict]:
    """The columns, ``name`` and ``cells``, in which at least one row says something."""
    filled = []
    for make in COLUMNS:
        column = make(rows, material, notes)
        if any(cell["text"] for cell in column["cells"]):
            filled.append(column)
    return filled


def cell(
    text: str,
    note: int | None = None,
    tone: str = PLAIN,
) -> dict:
    """One cell, with the number of its footnote."""
    return {"text": text, "note": note, "tone": tone}


def label_of(level: Need | Policy | Supply) -> str:
    """A level in words; empty where it is not known."""
    if not level:
        return ""
    return level.label


def figure_in_words(row: Row, today: date) -> str:
    """What is counted, of whom and when: ``Mensen in de bijstand, per 1.000 inwoners, 2024``."""
    if row.figure is None:
        return ""
    measurement = row.figure.measurement
    indicator = row.figure.indicator
    counted = f"{indicator}, {indicator.unit}, {measurement.year}"
    remarks = []
    if is_old(measurement.year, today):
        remarks.append(OLD)
    if measurement.caveat:
        remarks.append(measurement.caveat)
    if not remarks:
        return counted
    return f"{counted} ({'; '.join(remarks)})"


def here_cells(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> dict:
    """The figures of the municipality."""
    cells = []
    for row in rows:
        if row.figure is None:
            cells.append(cell(""))
        else:
            cells.append(cell(row.figure.short or OLD_DIVISION))
    return {
        "name": capfirst(material.municipality.where),
        "cells": cells,
    }


def middle_cells(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> dict:
    """The middle of all municipalities."""
    cells = []
    for row in rows:
        text = ""
        if row.figure:
            text = row.figure.median
        cells.append(cell(text))
    return {"name": "Midden van Nederland", "cells": cells}


def need_cells(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> dict:
    """The levels of need."""
    cells = []
    for row in rows:
        text = label_of(row.need)
        cells.append(cell(text, tone=TONES.get(row.need, PLAIN)))
    return {"name": "Behoefte", "cells": cells}


def policy_cells(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> dict:
    """What the municipality wants; of themes of which that is not known we ask it, where others are known."""
    cells = []
    for row in rows:
        note = notes.number(material.policy_note(row))
        cells.append(cell(label_of(row.policy), note))
    return {"name": "Beleid", "cells": with_questions(cells)}


def supply_cells(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> dict:
    """What there is already; of themes of which that is not known we ask it, where others are known."""
    cells = []
    for row in rows:
        note = notes.number(material.supply_note(row))
        cells.append(cell(label_of(row.supply), note))
    return {"name": "Aanbod nu", "cells": with_questions(cells)}


def chance_cells(
    rows: list[Row],
    material: Material,
    notes: Footnotes,
) -> dict:
    """What the themes are for the library; nothing where that is no more than the need of each."""
    cells = []
    says_more = any(row.chance not in ONLY_NEED for row in rows)
    for row in rows:
        text = ""
        if says_more and row.chance != Chance.UNKNOWN:
            text = row.chance.label
        cells.append(cell(text, tone=TONES.get(row.chance, PLAIN)))
    return {"name": "Kans", "cells": with_questions(cells)}


def with_questions(cells: list[dict]) -> list[dict]:
    """The same cells, with what is asked in the empty ones; nothing in a column that stays away."""
    if not any(filled["text"] for filled in cells):
        return cells
    filled_cells = []
    for known in cells:
        if known["text"]:
            filled_cells.append(known)
        else:
            filled_cells.append(cell(ASKED))
    return filled_cells


def questions_of(rows: list[Row]) -> list[str]:
    """What the reader may know and we do not, as questions."""
    without_policy = [row for row in rows if row.policy == Policy.UNKNOWN]
    without_supply = [row for row in rows if row.supply == Supply.UNKNOWN]
    questions = []
    if without_policy:
        questions.append(f"Wat wil de gemeente met {named(without_policy, rows)}?")
    if without_supply and without_supply == without_policy:
        questions.append("En wat is er al?")
    elif without_supply:
        questions.append(f"Wat is er al rond {named(without_supply, rows)}?")
    return questions


def named(
    unknown: list[Row],
    rows: list[Row],
) -> str:
    """The themes that are asked about; of all themes of the note the reader needs no names again."""
    if len(unknown) > 1 and len(unknown) == len(rows):
        return f"deze {COUNTS[len(rows)]} thema’s"
    return names_of_themes(row.theme for row in unknown)


COLUMNS = [
    here_cells,
    middle_cells,
    need_cells,
    policy_cells,
    supply_cells,
    chance_cells,
]
