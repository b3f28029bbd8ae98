"""Fills an empty database with made-up entries; a larger number of them begins with the same ones."""

import random
from collections import defaultdict

from bench import surroundings
from bench.entries import Entries
from bench.loading import continue_numbering, copy_rows, quick_loading
from bench.vocabulary import Vocabulary
from initiatives.models import Initiative, Participation, TargetGroup, Theme
from partners.models import Organisation, Province

CHUNK = 10_000
SURROUNDINGS = {
    Province: surroundings.provinces,
    Organisation: surroundings.organisations,
    Theme: surroundings.themes,
    TargetGroup: surroundings.target_groups,
}


def fill(size):
    """Fill the database that ``DATABASE_URL`` names."""
    chance = random.Random("metingen")  # noqa: S311 the same entries every time
    entries = Entries(chance, Vocabulary(chance))
    with quick_loading() as cursor:
        for model, rows in SURROUNDINGS.items():
            copy_rows(cursor, model, rows())
        for first in range(1, size + 1, CHUNK):
            for model, rows in _chunk(
                entries, range(first, min(first + CHUNK, size + 1))
            ).items():
                copy_rows(cursor, model, rows)
        continue_numbering(cursor, [*SURROUNDINGS, Initiative])
        cursor.execute("ANALYZE")


def _chunk(entries, numbers):
    """The rows of these entries and of their links, by model."""
    rows = defaultdict(list)
    for n in numbers:
        rows[Initiative].append(entries.initiative(n))
        for who, role in entries.roles():
            rows[Participation].append(
                {"initiative_id": n, "organisation_id": who, "role": role}
            )
        for field, column, others in (
            (Initiative.themes, "theme_id", entries.themes()),
            (Initiative.target_groups, "targetgroup_id", entries.target_groups()),
            (Initiative.places, "municipality_id", entries.places()),
        ):
            rows[field.through] += [
                {"initiative_id": n, column: other} for other in others
            ]
    return rows
