"""What goes wrong on a server, done on purpose: ``python -m bench.faults [onderdeel …]``; ten minutes for all of it."""

import argparse
import sys
import time

from bench.faults import clock, disk, frozen, killed, slow, stopped
from bench.faults.goals import print_goals
from bench.faults.site import site_on_its_own

PARTS = {
    "traag": slow,
    "bevroren": frozen,
    "gestopt": stopped,
    "gedood": killed,
    "klok": clock,
    "schijf": disk,
}


def main():
    """Do the chosen parts and print what was hoped for beside what was measured; 1 where a goal was missed."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.faults", description="Meet wat storingen doen."
    )
    parser.add_argument(
        "parts", nargs="*", choices=[[], *PARTS], help="alleen deze onderdelen"
    )
    asked = parser.parse_args().parts or list(PARTS)
    # in the order in which none disturbs a later one
    chosen = [name for name in PARTS if name in asked]
    goals, start = [], time.perf_counter()
    with site_on_its_own() as site:
        for name in chosen:
            print(f"{name} …", file=sys.stderr, flush=True)
            goals += PARTS[name].measure(site)
    print_goals(goals)
    print(f"Dit duurde {time.perf_counter() - start:.0f} seconden.")
    return int(any(goal.is_held is False for goal in goals))


if __name__ == "__main__":
    sys.exit(main())
