"""The three that the site is measured beside; one that is not installed leaves its column empty."""

import sys
from importlib import import_module

from bench.timing import timed

RIVALS = {
    "ruwe SQL": "bench.raw_sql.RawSql",
    "datasette": "bench.datasette_server.Datasette",
    "tantivy": "bench.tantivy_index.Tantivy",
}
ABSENT = "niet geïnstalleerd"
TOO_LONG = "> 60 s"


def measure_rivals(measures, **limits):
    """Per rival: per measure a timing, or in words why there is none."""
    return {
        name: _measure(name, place, measures, limits) for name, place in RIVALS.items()
    }


def _measure(name, place, measures, limits):
    module, _, kind = place.rpartition(".")
    try:
        rival = getattr(import_module(module), kind)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return {measure.name: ABSENT for measure in measures}
    print(f"{name} …", file=sys.stderr, flush=True)
    with rival() as ready:
        return {measure.name: _timing(ready, measure, limits) for measure in measures}


def _timing(rival, measure, limits):
    found = {}

    def ask(question):
        found[question] = rival.ask(question)

    try:
        return timed(ask, measure.questions, **limits) | {
            "found": found[measure.questions[0]]
        }
    except TimeoutError:
        return TOO_LONG
