"""The measurements as one table, and below it what has no place in there."""

import os
import platform

from bench.questions import MEASURES, MEGABYTES, PER_TEMPLATE, SAVING
from bench.rivals import RIVALS

HEADS = ["meting", "aantal", "gevonden", "pagina", "sjabloon", "deel", "pag/sjab", *RIVALS, "doel", "gehaald"]
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
    print(_machine(results))
    _print_table([HEADS, *(row for size, result in results.items() for row in _rows(size, result))])
    print(EXPLANATION)
    for size, result in results.items():
        print(f"\n{_number(size)} voorbeelden")
        for line in [*_facts(size, result), *_remarks(result), *_differences(result)]:
            print(f"  {line}")


def _machine(results):
    postgresql = next(iter(results.values()))["postgresql"]
    return (
        f"\n{os.cpu_count()} kernen ({platform.machine()}), Python {platform.python_version()}, "
        f"PostgreSQL {postgresql}; gemiddeld {_decimal(os.getloadavg()[1])} processen tegelijk bezig\n"
    )


def _rows(size, result):
    return [_row(size, measure, result) for measure in MEASURES if measure.name in result["rows"]]


def _row(size, measure, result):
    page, template = result["rows"][measure.name]["page"], result["rows"][measure.name]["template"]
    ratio = page["median"] / template["median"]
    target = measure.targets.get(size)
    rivals = [_timing(result["rivals"].get(name, {}).get(measure.name)) for name in RIVALS]
    found = NOTHING if template["found"] is None else _number(template["found"])
    own = [measure.name, _number(size), found, _timing(page), _decimal(template["median"])]
    goal = f"≤ {target}" if target else NOTHING
    return [*own, f"{1 / ratio:.0%}", _decimal(ratio), *rivals, goal, _verdict(measure, page, ratio, target)]


def _verdict(measure, page, ratio, target):
    """Whether it is quick enough, both by the clock and beside its template."""
    if target is None:
        return NOTHING
    misses = ["tijd"] if page["median"] > target else []
    misses += ["sjabloon"] if ratio > PER_TEMPLATE and not measure.is_cold else []
    return f"nee: {', '.join(misses)}" if misses else "ja"


def _facts(size, result):
    """What is measured once for each number of entries."""
    memory, saving = result["memory"], result["saving"]
    yield f"geheugen van de bitmaps: {memory['grown']:.0f} MB{_goal(memory['grown'], MEGABYTES.get(size), 'MB')}"
    yield f"eerste antwoord van een vers werkproces: {result['first_answer']:.0f} ms"
    goal = _goal(saving["save"]["median"], SAVING.get(size), "ms")
    yield f"één voorbeeld opslaan: {_timing(saving['save'])} ms{goal}"
    yield f"één voorbeeld opslaan met het formulier van curatoren: {_timing(saving['form'])} ms"
    seconds = result.get("rebuild_seconds")
    made = f"{seconds:.0f} s, {_number(round(size / seconds))} per seconde" if seconds else "rebuild_search is er niet"
    yield f"alle zoekdocumenten maken: {made}"


def _goal(value, target, unit):
    if target is None:
        return ""
    return f" (doel ≤ {target} {unit}: {'ja' if value <= target else 'nee'})"


def _remarks(result):
    """What makes a comparison less fair."""
    for name, row in result["rows"].items():
        if row["template"]["queries"]:
            yield f"let op: ‘{name}’ vraagt bij het weergeven {row['template']['queries']} keer iets aan de database"


def _differences(result):
    """Where a rival finds more or less than we do, so that it does another amount of work."""
    for rival, cells in result["rivals"].items():
        for name, cell in cells.items():
            found = result["rows"][name]["template"]["found"]
            if isinstance(cell, dict) and found is not None and abs(cell["found"] - found) > found / 10:
                yield f"let op: {rival} vindt er bij ‘{name}’ {_number(cell['found'])}, wij {_number(found)}"


def _timing(cell):
    """A timing as text; what is text already stays so."""
    if not isinstance(cell, dict):
        return cell or NOTHING
    median, late = _decimal(cell["median"]), _decimal(cell["p95"])
    return f"{median} / {late}" if cell["runs"] >= FEW else f"{median} (n={cell['runs']})"


def _decimal(value):
    return _number(round(value)) if value >= 100 else f"{value:.1f}".replace(".", ",")


def _number(value):
    return f"{value:,}".replace(",", ".")


def _print_table(rows):
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in [rows[0], ["-" * width for width in widths], *rows[1:]]:
        name, *cells = [text.rjust(width) for text, width in zip(row, widths, strict=True)]
        print("  ".join([name.strip().ljust(widths[0]), *cells]))
