"""The search in tests: no index of the test before, documents written when asked, and what a question finds."""

import json
import random
from contextlib import contextmanager
from copy import deepcopy

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone

from search.documents.catching_up import draft_documents
from search.documents.world import World
from search.filters import SearchFilter
from search.keeping import forget_index
from search.models import SearchDocument
from search.registry import KINDS
from tests.documents import write_documents
from tests.search.country import make_country

COLUMNS = ("title", "text", "terms__words", "codes", "sort_key", "year", "updated_at", "quality", "card")


@contextmanager
def taken_back():
    """What happens within leaves nothing behind, in the database or in what this process keeps of it."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)
    forget_index()


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """A small country with its documents, made once for a file whose tests all live in it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_country()
        transaction.set_rollback(True)


@pytest.fixture
def w(country):
    """The same, for a test that changes the objects."""
    return deepcopy(country)


def seeded(number):
    """The same chances in every run."""
    return random.Random(number)  # noqa: S311 nothing here is secret


def document_of(thing, kind):
    """The stored document of a thing, or nothing."""
    return SearchDocument.objects.listed().filter(kind=kind, object_id=thing.pk).first()


def asked(text="", filter_class=SearchFilter, **more):
    """The filter set of a question, with the documents written; ``more`` are other parameters."""
    write_documents()
    query = QueryDict(mutable=True)
    query["q"] = text
    for name, value in more.items():
        query.setlist(name.replace("_", "-"), value if isinstance(value, list) else [value])
    return filter_class(query)


def found_titles(text="", **more):
    """The titles of all that is found, best first."""
    results = asked(text, **more).results
    return [document.title for document in results[: len(results)]]


def stale_after(changes, country):
    """``{name: stale documents}`` of those changes to the country that leave some, each made by itself."""
    found = {}
    for name, change in changes.items():
        with taken_back():
            change(deepcopy(country))
            write_documents()
            found[name] = stale_documents()
    return {name: stale for name, stale in found.items() if stale}


def stale_documents():
    """``kind number: columns`` of every stored document that is not as it would be written now."""
    stored, fresh = _stored(), _as_they_should_be()
    absent = dict.fromkeys(COLUMNS)
    found = []
    for kind, pk in sorted(stored.keys() | fresh.keys()):
        one, other = stored.get((kind, pk), absent), fresh.get((kind, pk), absent)
        if different := [name for name in COLUMNS if one[name] != other[name]]:
            found.append(f"{kind} {pk}: {different}")
    return found


def _stored():
    rows = SearchDocument.objects.listed().values("kind", "object_id", *COLUMNS)
    return {(row.pop("kind"), row.pop("object_id")): row for row in rows}


def _as_they_should_be():
    world, drafts = World(timezone.localdate()), {}
    for kind, how in KINDS.items():
        ids = list(how.public(world.today).values_list("pk", flat=True))
        drafts |= {(kind, pk): draft for pk, draft in draft_documents(kind, ids, world).items()}
    vectors = _as_the_database_writes([draft.vector() for draft in drafts.values()])
    return {key: _columns(draft, words) for (key, draft), words in zip(drafts.items(), vectors, strict=True)}


def _columns(draft, words):
    return {
        "title": draft.title[:300],
        "text": "\n".join(filter(None, draft.lines)),
        "terms__words": words,
        "codes": sorted(draft.codes),
        "sort_key": draft.sort_key[:300],
        "year": draft.year,
        "updated_at": draft.updated_at,
        "quality": draft.quality,
        "card": json.loads(json.dumps(draft.card)),
    }


def _as_the_database_writes(vectors):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words::tsvector::text FROM unnest(%s::text[]) AS words", [vectors])
        return [words for (words,) in cursor]
