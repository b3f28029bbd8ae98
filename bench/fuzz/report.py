"""Asks so many requests of a seed and tells what came of it; started by ``__main__`` with the settings of a server."""

import logging
import sys
import time
from contextlib import suppress

from bieb_netwerk.wsgi import application  # first: it makes Django ready  # isort: skip

from .examples import examples_of
from .running import Run
from .site import Site
from .visitors import sessions_of
from .world import make_fuzz_world

MOST_TOLD = 20  # addresses that were not asked


def main(seed, count):
    """Ask and tell; gives whether something is wrong."""
    logging.disable(logging.CRITICAL)  # every fault is told below
    world = make_fuzz_world()
    run = Run(Site(application, sessions_of(world.users)), examples_of(world), seed)
    print(
        f"Toeval {seed}, {count} verzoeken naar {len(run.routes)} adressen …",
        flush=True,
    )
    start = time.perf_counter()
    with suppress(KeyboardInterrupt):  # who breaks off hears what was found so far
        run.go_through(count)
    _tell(run, time.perf_counter() - start)
    return bool(run.faults)


def _tell(run, seconds):
    told = ", ".join(
        f"{status}: {times}" for status, times in sorted(run.statuses.items())
    )
    print(f"{run.statuses.total()} antwoorden in {seconds:.0f} s ({told})")
    print(
        f"Gevraagd: {len(run.routes) - len(run.not_asked)} van {len(run.routes)} adressen"
    )
    for text in run.not_asked[:MOST_TOLD]:
        print(f"  niet gevraagd: {text}")
    for fault, (times, question) in run.faults.items():
        print(f"\nFOUT, {times} keer: {fault}\n  {question.told()}")
    print(
        f"\n{len(run.faults)} soorten fouten. Nog een keer: make fuzz SEED={run.seed} REQUESTS={run.statuses.total()}"
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
