"""Made-up meanings of all documents: the model takes half an hour for 100,000, which is not what is measured."""

import random

from django.db import connection

from search.meaning.model import NUMBERS
from search.meaning.vectors import BITS
from search.models import SearchDocument

VECTOR = BITS + NUMBERS  # bytes
BATCH = 10_000  # documents
WRITE = """
UPDATE search_searchdocument AS kept SET meaning = made.meaning
FROM unnest(%(ids)s::int[], %(vectors)s::bytea[]) AS made (id, meaning)
WHERE kept.id = made.id
"""


def write_meanings():
    """Give each document without a meaning one by chance, the same in every run; gives how many."""
    chance = random.Random("betekenissen")  # noqa: S311 the same every time
    without = SearchDocument.objects.without_meaning()
    ids = list(without.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        vectors = [chance.randbytes(VECTOR) for _ in batch]
        with connection.cursor() as cursor:
            cursor.execute(WRITE, {"ids": batch, "vectors": vectors})
    return len(ids)
