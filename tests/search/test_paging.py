"""Every page of every order, of a set larger than what is ranked: each document once, in the right order."""

import pytest
from django.db import transaction

from initiatives.filters import InitiativeFilter
from initiatives.models import Initiative
from search import results as results_module
from search.documents.catching_up import catch_up
from search.keeping import current_index, forget_index
from search.models import SearchDocument
from search.ordering import BLOCK, ORDERS
from tests.documents import write_documents
from tests.search.conftest import asked, seeded
from tests.search.many import all_pages, make_many

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
MANY = 1_300
PLAIN_ORDERS = ("naam", "jaar", "bijgewerkt")
SORTED_BY = {
    "relevantie": lambda document: (-document.quality, document.sort_key, document.id),
    "naam": lambda document: (document.sort_key, document.id),
    "jaar": lambda document: (-document.year, document.sort_key, document.id),
    "bijgewerkt": lambda document: (-document.updated_at.timestamp(), document.id),
}


@pytest.fixture(scope="module")
def many(django_db_setup, django_db_blocker):
    """1,300 examples with their documents, for this file; what a test changes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_many(seeded(6), range(MANY))
        write_documents()
        yield
        transaction.set_rollback(True)


def sortable_documents():
    return list(SearchDocument.objects.listed().only("quality", "sort_key", "year", "updated_at"))


def plainly_sorted(documents, order):
    return [document.id for document in sorted(documents, key=SORTED_BY[order])]


def test_every_order_shows_every_document_once_and_in_order(many):
    documents = sortable_documents()

    pages = {order: all_pages(asked("", InitiativeFilter, sorteer=order)) for order in PLAIN_ORDERS}

    assert pages == {order: plainly_sorted(documents, order) for order in PLAIN_ORDERS}


@pytest.mark.parametrize("per_page", [1, 7, 20, BLOCK - 1, BLOCK, BLOCK + 1, 2_000])
def test_pages_of_any_size_join_up(many, per_page):
    found = asked("", InitiativeFilter, sorteer="jaar", jaar="2019")
    documents = SearchDocument.objects.listed().filter(year=2019)

    assert all_pages(found, per_page) == plainly_sorted(documents, "jaar")


@pytest.mark.parametrize("ranked_exactly", [0, 50, 1_000, 5_000])
def test_tiers_join_up_whatever_is_ranked_exactly(many, monkeypatch, ranked_exactly):
    monkeypatch.setattr(results_module, "RANKED_EXACTLY", ranked_exactly)
    filterset = asked("taal", InitiativeFilter)

    found = all_pages(filterset, 37)

    assert (len(found), set(found)) == (filterset.count, set(filterset.found))
    for tier in filterset.match.tiers:
        assert set(found[: len(tier)]) == set(tier)
        found = found[len(tier) :]


def test_a_tier_too_large_to_rank_is_in_order_of_quality(many, monkeypatch):
    monkeypatch.setattr(results_module, "RANKED_EXACTLY", 0)
    filterset = asked("taal", InitiativeFilter)
    documents = SearchDocument.objects.in_bulk()

    expected = [
        pk for tier in filterset.match.tiers for pk in plainly_sorted([documents[pk] for pk in tier], "relevantie")
    ]

    assert all_pages(filterset, 41) == expected


def test_a_ranked_tier_is_in_order_of_rank(many):
    filterset = asked("taal", InitiativeFilter)
    ranks = dict(SearchDocument.objects.with_rank(filterset.match.terms).values_list("id", "rank"))
    documents = SearchDocument.objects.in_bulk()

    def key(pk):
        return (-ranks[pk], *SORTED_BY["relevantie"](documents[pk]))

    assert all_pages(filterset, 41) == [pk for tier in filterset.match.tiers for pk in sorted(tier, key=key)]


@pytest.mark.parametrize("seed", range(3))
def test_an_index_that_was_brought_up_to_date_is_as_one_loaded_anew(many, seed):
    chance = seeded(seed)
    current_index()
    for round_ in range(4):
        _change_some(chance, round_)
        write_documents()
        kept = current_index()
        pages = {order: all_pages(asked("", InitiativeFilter, sorteer=order), 400) for order in PLAIN_ORDERS}
        forget_index()
        anew = current_index()

        documents = sortable_documents()
        assert _content(kept) == _content(anew)
        assert _numbers_in_orders(anew) == dict.fromkeys(ORDERS, sorted(document.id for document in documents))
        assert pages == {order: plainly_sorted(documents, order) for order in PLAIN_ORDERS}


def test_changes_of_a_few_versions_are_taken_together(many):
    index = current_index()
    Initiative.objects.filter(year=2014).update(year=2015)
    while catch_up(20):
        pass

    assert current_index().version > index.version + 3
    assert asked("", InitiativeFilter, jaar="2014").count == 0
    assert asked("", InitiativeFilter, jaar="2015").count == Initiative.objects.filter(year=2015).count()


def test_a_page_past_the_end_is_empty_and_a_slice_has_no_hole(many):
    results = asked("", InitiativeFilter).results

    assert (results[MANY : MANY + 20], [each.id for each in results[511:514]]) == (
        [], plainly_sorted(SearchDocument.objects.listed(), "naam")[511:514],
    )  # fmt: skip


def _change_some(chance, round_):
    numbers = list(Initiative.objects.order_by("pk").values_list("pk", flat=True))
    gone, hidden, shown = (chance.sample(numbers, 15) for _ in range(3))
    Initiative.objects.filter(pk__in=gone).delete()
    Initiative.objects.filter(pk__in=hidden).update(publication_state="concept")
    Initiative.objects.filter(pk__in=shown).update(publication_state="gepubliceerd")
    for pk in chance.sample(numbers, 30):
        title = chance.choice(["000 vooraan", "zzz achteraan", "Midden"])
        Initiative.objects.filter(pk=pk).update(title=title, year=chance.choice([None, 1950, 2019, 2100]))
    make_many(chance, range(10_000 + round_ * 100, 10_000 + round_ * 100 + 40))


def _content(index):
    having = {value: set(ids) for value, ids in index.having.items() if ids}
    return index.version, index.options_version, set(index.everything), having, _numbers_in_orders(index)


def _numbers_in_orders(index):
    return {name: sorted(pk for block in order.blocks for pk in block) for name, order in index.orders.items()}
