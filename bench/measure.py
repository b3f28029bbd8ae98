"""All measurements with one number of entries, in the process that has that database."""

import sys

from django.db import connection

from bench import engine
from bench.pages import Site, has_page, measure_template
from bench.questions import MEASURES
from bench.rivals import measure_rivals
from bench.saving import measure_saving
from bench.timing import timed

SECONDS = 20  # at most, for one cell of the table


def measure(size, rounds, with_rivals):
    """Everything as one dictionary that can be written as JSON."""
    limits = {"rounds": rounds, "seconds": SECONDS}
    measures = [each for each in MEASURES if has_page(each.questions[0])]
    rows = {each.name: _measure_site(each, limits) for each in measures}
    saving = measure_saving(size, **limits)
    rivals = (
        measure_rivals([each for each in measures if each.has_rivals], **limits)
        if with_rivals
        else {}
    )
    return {
        "rows": rows,
        "saving": saving,
        "rivals": rivals,
        "postgresql": _postgresql(),
    }


def _measure_site(measure, limits):
    print(f"{measure.name} …", file=sys.stderr, flush=True)
    site = Site()
    before = engine.forget_queries if measure.is_cold else None
    page = timed(site.ask, measure.questions, before=before, **limits)
    return {
        "page": page,
        "template": measure_template(site, measure.questions[0], **limits),
    }


def _postgresql():
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return cursor.fetchone()[0]
