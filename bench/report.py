"""The measurements as one table, and below it what has no place in there."""

import os
import platform
from itertools import chain

from bench.questions import MEASURES, MEGABYTES, PER_TEMPLATE, SAVING
from bench.rivals import RIVALS
from bench.table import print_table

HEADS = [
    "meting",
    "aantal",
    "gevonden",
    "pagina",
    "sjabloon",
    "deel",
    "pag/sjab",
    *RIVALS,
    "doel",
    "gehaald",
]
NOTHING = "–"
FEW = 5  # runs; below it a 95th percentile says nothing
RATIO = str(PER_TEMPLATE).replace(".", ",")
EXPLANATION = f"""
Tijden zijn milliseconden: mediaan / 95e percentiel, of de mediaan van zo weinig keer (n).
pagina    de hele pagina door de testclient van Django, met alle facetten geteld
sjabloon  alleen het weergeven van die pagina; deel: welk deel van de pagina dat is
pag/sjab  hoeveel keer het sjabloon de hele pagina duurt: hooguit {RATIO}; niet waar koud gemeten is
koud      wat een werkproces van eerdere zoekvragen onthoudt, is gewist
datasette filtert op één thema, bladert zonder volgorde en telt hooguit 3.000 waarden per facet"""


def print_report(results):
    """Print machine, table and the rest; ``results`` is by number of entries."""
    print(machine(results))
    rows = [HEADS]
    for size, result in results.items():
        for measure in MEASURES:
            if measure.name in result["rows"]:
                rows.append(row(size, measure, result))
    print_table(rows, align=str.rjust)
    print(EXPLANATION)
    for size, result in results.items():
        print(f"\n{number(size)} voorbeelden")
        for line in chain(facts(size, result), remarks(result), differences(result)):
            print(f"  {line}")


def machine(results):
    """On what it was measured, and how busy that was."""
    first = next(iter(results.values()))
    _, load, _ = os.getloadavg()
    return (
        f"\n{os.cpu_count()} kernen ({platform.machine()}), Python {platform.python_version()}, "
        f"PostgreSQL {first['postgresql']}; gemiddeld {decimal(load)} processen tegelijk bezig\n"
    )


def row(size, measure, result):
    """The line of the table of one measurement."""
    page = result["rows"][measure.name]["page"]
    template = result["rows"][measure.name]["template"]
    ratio = page["median"] / template["median"]
    target = measure.targets.get(size)
    found = NOTHING
    if template["found"] is not None:
        found = number(template["found"])
    goal = NOTHING
    if target:
        goal = f"≤ {target}"
    rivals = []
    for name in RIVALS:
        measured = result["rivals"].get(name, {})
        rivals.append(timing(measured.get(measure.name)))
    return [
        measure.name,
        number(size),
        found,
        timing(page),
        decimal(template["median"]),
        f"{1 / ratio:.0%}",
        decimal(ratio),
        *rivals,
        goal,
        verdict(measure, page, ratio, target),
    ]


def verdict(measure, page, ratio, target):
    """Whether it is quick enough, both by the clock and beside its template."""
    if target is None:
        return NOTHING
    misses = []
    if page["median"] > target:
        misses.append("tijd")
    if ratio > PER_TEMPLATE and not measure.is_cold:
        misses.append("sjabloon")
    if not misses:
        return "ja"
    return f"nee: {', '.join(misses)}"


def facts(size, result):
    """What is measured once for each number of entries."""
    grown = result["memory"]["grown"]
    save = result["saving"]["save"]
    form = result["saving"]["form"]
    seconds = result.get("rebuild_seconds")
    yield f"geheugen van de bitmaps: {grown:.0f} MB{goal_behind(grown, MEGABYTES.get(size), 'MB')}"
    yield f"eerste antwoord van een vers werkproces: {result['first_answer']:.0f} ms"
    yield f"één voorbeeld opslaan: {timing(save)} ms{goal_behind(save['median'], SAVING.get(size), 'ms')}"
    yield f"één voorbeeld opslaan met het formulier van curatoren: {timing(form)} ms"
    if seconds:
        per_second = number(round(size / seconds))
        yield f"alle zoekdocumenten maken: {seconds:.0f} s, {per_second} per seconde"
    else:
        yield "alle zoekdocumenten maken: rebuild_search is er niet"


def goal_behind(value, target, unit):
    """What was hoped for, behind what was measured."""
    if target is None:
        return ""
    held = "nee"
    if value <= target:
        held = "ja"
    return f" (doel ≤ {target} {unit}: {held})"


def remarks(result):
    """What makes a comparison less fair."""
    for name, measured in result["rows"].items():
        queries = measured["template"]["queries"]
        if queries:
            yield f"let op: ‘{name}’ vraagt bij het weergeven {queries} keer iets aan de database"


def differences(result):
    """Where a rival finds more or less than we do, so that it does another amount of work."""
    for rival, cells in result["rivals"].items():
        for name, cell in cells.items():
            ours = result["rows"][name]["template"]["found"]
            if ours is None or not isinstance(cell, dict):
                continue
            theirs = cell["found"]
            if abs(theirs - ours) > ours / 10:
                yield f"let op: {rival} vindt er bij ‘{name}’ {number(theirs)}, wij {number(ours)}"


def timing(cell):
    """A timing as text; what is text already stays so."""
    if not isinstance(cell, dict):
        return cell or NOTHING
    median = decimal(cell["median"])
    if cell["runs"] < FEW:
        return f"{median} (n={cell['runs']})"
    return f"{median} / {decimal(cell['p95'])}"


def decimal(value):
    """With one figure behind the comma, as long as that says something."""
    if value >= 100:
        return number(round(value))
    return f"{value:.1f}".replace(".", ",")


def number(value):
    """With points between the thousands."""
    return f"{value:,}".replace(",", ".")
