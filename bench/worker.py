"""What a fresh worker process needs: time for its first answer, and memory for the bitmaps."""

import gc
import time

import psutil

from bench import engine
from bench.pages import Site
from bench.questions import Question

OTHER_PAGE = Question(address="/over/")  # of which search knows nothing


def first_answer():
    """Milliseconds of the first page with facets in a process that did nothing before."""
    start = time.perf_counter()
    Site().ask(Question())
    return 1000 * (time.perf_counter() - start)


def memory():
    """Megabytes before the first page with facets, and how many came with it.

    The language tables and what every page needs are read before, so that only search itself is counted.
    """
    site = Site()
    engine.prepare()
    site.ask(OTHER_PAGE)
    before = _resident()
    site.ask(Question())
    return {"before": before, "grown": _resident() - before}


def _resident():
    gc.collect()
    return psutil.Process().memory_info().rss / 1024**2
