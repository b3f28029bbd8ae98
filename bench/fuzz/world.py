"""A world beside the starter content: two provinces with one thing of every kind, and one user of every role."""

from tests import factories
from tests.permissions.world import make_world

FIRST_NUMBER = 9_000  # real municipalities have lower codes


def make_fuzz_world():
    """What ``tests.permissions`` makes, under numbers that the starter content has not."""
    factories.MunicipalityFactory.reset_sequence(FIRST_NUMBER, force=True)
    return make_world()
