"""All documents are compared with a question at once, and as exactly as one by one."""

from array import array

import pytest
from pyroaring import BitMap

from search import keeping
from search.keeping import current_index
from search.meaning import in_index
from search.meaning.digits import numbers_of_bits
from search.meaning.in_index import Meanings
from search.meaning.vectors import BITS
from search.models import SearchDocument
from tests.documents import write_documents
from tests.factories import InitiativeFactory
from tests.search.conftest import seeded
from tests.search.country import change_in_sql

LONG = BITS + 384


def meanings_of(vector_of):
    rows = b"".join(vector[:BITS] for vector in vector_of.values())
    return Meanings(array("I", vector_of), numbers_of_bits(rows, BITS))


def difference(vector, other):
    return (int.from_bytes(vector[:BITS]) ^ int.from_bytes(other[:BITS])).bit_count()


def nearest_one_by_one(vector_of, vector, among, most):
    difference_of = {pk: difference(vector, vector_of[pk]) for pk in among if pk in vector_of}
    least = sorted(difference_of.values())[:most]
    return BitMap([pk for pk, count in difference_of.items() if least and count <= least[-1]])


def vectors(chance, numbers):
    return {pk: chance.randbytes(LONG) for pk in numbers}


@pytest.mark.parametrize("size", [0, 1, 2, 7, 8, 9, 300])
def test_the_nearest_are_those_that_differ_least_with_all_that_differ_as_little(size):
    chance = seeded(size)
    vector_of = vectors(chance, chance.sample(range(1, 5_000), size))
    meanings = meanings_of(vector_of)

    for most in (1, 3, 200):
        vector = chance.randbytes(LONG)
        among = BitMap(chance.sample(range(1, 5_000), 2_500))
        assert meanings.nearest(vector, among, most) == nearest_one_by_one(vector_of, vector, among, most)


def test_what_is_exactly_alike_is_nearest_and_its_doubles_come_along():
    vector_of = vectors(seeded(1), range(1, 50))
    vector_of |= {7: vector_of[3], 9: vector_of[3]}
    everything = BitMap(vector_of)

    assert meanings_of(vector_of).nearest(vector_of[3], everything, 1) == BitMap([3, 7, 9])


def test_after_changes_all_is_as_if_it_were_read_anew():
    chance = seeded(2)
    vector_of = vectors(chance, range(1, 40))
    meanings = meanings_of(vector_of)

    for _ in range(30):
        changes = {pk: chance.choice([b"", b"\x00", chance.randbytes(LONG)]) for pk in chance.sample(range(1, 60), 5)}
        meanings = meanings.after([SearchDocument(pk=pk, meaning=vector) for pk, vector in changes.items()])
        vector_of |= changes
        known = {pk: vector for pk, vector in vector_of.items() if len(vector) > 1}
        vector, among = chance.randbytes(LONG), BitMap(chance.sample(range(1, 60), 40))
        assert meanings.documents == BitMap(known)
        assert meanings.nearest(vector, among, 5) == nearest_one_by_one(known, vector, among, 5)


@pytest.mark.django_db
@pytest.mark.postgresql
def test_meanings_are_read_anew_when_many_places_became_empty(monkeypatch):
    monkeypatch.setattr(in_index, "MOST_EMPTY", 3)
    examples = InitiativeFactory.create_batch(6)
    write_documents()
    give_meanings()
    empty_places = []

    for example in examples:
        example.title = f"Anders {example.pk}"
        example.save()
        write_documents()
        give_meanings()
        meanings = current_index().meanings
        empty_places.append(meanings.documents_by_place.count(in_index.EMPTY))

    documents = SearchDocument.objects.listed()
    assert empty_places == [0, 1, 2, 3, 0, 1]
    assert meanings.documents == BitMap(documents.values_list("pk", flat=True))
    for pk, vector in documents.values_list("pk", "meaning"):
        assert meanings.nearest(bytes(vector), meanings.documents, 1) == BitMap([pk])


def give_meanings():
    """Give every document a vector that follows from its number, and let readers know."""
    change_in_sql("UPDATE search_searchstate SET version = version + 1")
    state = keeping.stored_versions()
    for document in SearchDocument.objects.without_meaning():
        document.meaning = seeded(document.pk).randbytes(LONG)
        document.version = state.documents
        document.save()
