"""What a process keeps in memory of the documents is of the database as it is now."""

import pytest

from initiatives.filters import InitiativeFilter
from initiatives.models import Initiative
from search import keeping, ordering
from search.keeping import current_index
from search.models import SearchDocument
from tests.documents import write_documents
from tests.factories import InitiativeFactory
from tests.search.conftest import asked, found_titles, seeded
from tests.search.country import change_in_sql
from tests.search.many import all_pages, make_many

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def test_a_database_that_was_put_back_is_noticed():
    InitiativeFactory(title="Eerst")
    assert found_titles("eerst") == ["Eerst"]

    SearchDocument.objects.all().delete()
    change_in_sql("UPDATE search_searchstate SET version = 0")

    assert asked("").count == 0


def test_from_nothing_to_more_than_one_load_and_back(monkeypatch):
    monkeypatch.setattr(keeping, "MOST_AT_ONCE", 300)
    monkeypatch.setattr(ordering, "OVERFULL", 200)
    steps = [
        Initiative.objects.all().delete,
        lambda: make_many(seeded(1), range(1)),
        lambda: make_many(seeded(2), range(1, 290)),
        lambda: make_many(seeded(3), range(290, 700)),
        Initiative.objects.all().delete,
    ]
    sizes = []

    for step in steps:
        step()
        write_documents()
        sizes.append((len(current_index().everything), len(all_pages(asked("", InitiativeFilter)))))

    assert sizes == [(0, 0), (1, 1), (290, 290), (700, 700), (0, 0)]
