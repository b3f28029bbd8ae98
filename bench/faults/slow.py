"""Two hundred visitors who are slow in every way: what others notice."""

import time

from bench.faults.goals import Goal, in_words, none_of, within
from bench.faults.visitors import readers
from tests.running_site import ask_together, until_well
from tests.slow_visitors import KINDS, slow_visitors

MANY, READERS = 200, 6
PAGES = ["/livez", "/", "/themas/", "/praktijkvoorbeelden/", "/agenda/"]
SECONDS = 8


def measure(site):
    """Nobody first, then one kind after another."""
    ask_together(site.port, PAGES * READERS)  # the first of everything takes longer
    usual = _longest(_visits(site))
    yield Goal("zonder trage bezoekers: langste antwoord", "", in_words(usual), None)
    for kind in KINDS:
        with slow_visitors(site.port, kind, MANY):
            # what they asked is made by then; now they are only slow
            until_well(site.port, "/themas/")
            visits = _visits(site)
        yield within(
            f"{MANY} {kind}: langste antwoord voor anderen", 1, _longest(visits)
        )
        refused = [each for each in visits if each.answer.status != 200]
        yield none_of(
            f"{MANY} {kind}: anderen zonder pagina", refused, f" van {len(visits)}"
        )


def _visits(site):
    """What others are told in the meantime."""
    with readers(site.port, READERS, PAGES) as visits:
        time.sleep(SECONDS)
    return visits


def _longest(visits):
    return max(each.answer.seconds for each in visits)
