"""The database hangs, or is gone for a while: what twelve readers see."""

import time

from bench.faults.goals import none_of, within
from bench.faults.visitors import readers

PAGES = [
    "/",
    "/themas/",
    "/praktijkvoorbeelden/",
    "/agenda/",
    "/zoeken/?q=taal",
    "/inloggen/",
]
READERS = 12
FROZEN, AWAY, AFTER = 12, 10, 15  # seconds
TOLD = (503, "30")


def measure(site):
    """Freeze it, and stop it."""
    faults = {
        "bevroren": (site.frozen_database, FROZEN),
        "weg": (site.stopped_database, AWAY),
    }
    for name, (fault, seconds) in faults.items():
        with (
            readers(site.port, READERS, PAGES) as pages,
            readers(site.port, 1, ["/livez"]) as lives,
        ):
            time.sleep(3)
            begun_at = time.perf_counter()
            with fault():
                time.sleep(seconds)
                ended_at = time.perf_counter()
            back_at = time.perf_counter()
            time.sleep(AFTER)
        about = f"database {seconds} s {name}"
        yield from _told(about, pages, lives, begun_at, ended_at)
        yield within(
            f"{about}: pagina's weer goed na",
            5,
            max(0, _last_without_page(pages) - back_at),
        )


def _told(about, pages, lives, begun_at, ended_at):
    """What was answered while it lasted."""
    during = [visit for visit in pages if begun_at < visit.ended_at < ended_at + 5]
    yield within(f"{about}: langste antwoord van /livez", 1, _longest(lives))
    yield none_of(
        f"{about}: /livez zonder ‘ok’",
        [visit for visit in lives if visit.answer.status != 200],
    )
    yield within(f"{about}: langste antwoord van een pagina", 5, _longest(during))
    strange = [visit for visit in during if not _is_told(visit.answer)]
    yield none_of(
        f"{about}: antwoorden zonder pagina of 503 met Retry-After",
        strange,
        f" van {len(during)}",
    )


def _is_told(answer):
    return (
        answer.status == 200
        or (answer.status, answer.headers.get("Retry-After")) == TOLD
    )


def _longest(visits):
    return max(visit.answer.seconds for visit in visits)


def _last_without_page(visits):
    """The moment at which somebody was last refused a page."""
    return max(
        (visit.ended_at for visit in visits if visit.answer.status != 200), default=0
    )
