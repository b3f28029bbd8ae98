"""What measurements need: made-up entries in large numbers, and a stopwatch. Run with ``make bench``."""

import resource
import time
from contextlib import contextmanager

import pytest

from initiatives.models import Initiative
from tests.conftest import django_db_setup, settings_of_tests  # noqa: F401 the same copied database as the tests have
from tests.factories import MunicipalityFactory, ThemeFactory

COUNT = 10_000


@contextmanager
def stopwatch(what):
    """Prints how long a piece of work took, its processor time without the database, and the most memory ever."""
    start = time.perf_counter()
    processor = processor_time()
    yield
    seconds = time.perf_counter() - start
    used = processor_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"\n{what}: {seconds:.2f} s, processor {used:.2f} s, hoogste geheugen {memory} MB",
        end="",
    )


def processor_time():
    """Seconds of the processor that this process took, and the programs that it started and that ended."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


@pytest.fixture
def entries():
    """Ten thousand made-up entries, recognisable as such."""
    theme, place = ThemeFactory(), MunicipalityFactory()
    made = Initiative.objects.bulk_create(
        Initiative(
            slug=f"meting-{n}",
            title=f"Meting {n}",
            summary="Voor een meting.",
            next_check_on="2100-01-01",
            publication_state="gepubliceerd",
        )
        for n in range(COUNT)
    )
    Initiative.themes.through.objects.bulk_create(
        Initiative.themes.through(initiative=each, theme=theme) for each in made
    )
    Initiative.places.through.objects.bulk_create(
        Initiative.places.through(initiative=each, municipality=place) for each in made
    )
    return made
