"""How long something takes: several runs, their median and the 95th percentile."""

import math
import time
from itertools import cycle, islice
from statistics import median


def timed(run, questions, *, rounds, seconds, before=None):
    """Time ``run(question)`` for the questions in turn, until there are enough rounds or time is up.

    Every question is asked once beforehand, unless that alone takes too long; ``before()`` is called each time, and not
    counted. Returns milliseconds:
    ``{"median": …, "p95": …, "runs": …}``.
    """
    until = time.perf_counter() + seconds
    samples = []
    for question in questions:
        if before:
            before()
        warm_up = _milliseconds(run, question)
        if time.perf_counter() > until:
            return _summary([warm_up])
    for question in islice(cycle(questions), rounds):
        if before:
            before()
        samples.append(_milliseconds(run, question))
        if time.perf_counter() > until:
            break
    return _summary(samples)


def _milliseconds(run, question):
    start = time.perf_counter()
    run(question)
    return 1000 * (time.perf_counter() - start)


def _summary(samples):
    ordered = sorted(samples)
    return {
        "median": median(ordered),
        "p95": ordered[math.ceil(0.95 * len(ordered)) - 1],
        "runs": len(ordered),
    }
