"""Every page of every order, of a set larger than what is ranked: each document once, in the right order."""

from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

import pytest
from django.core.paginator import Paginator
from django.db import transaction

from bieb_netwerk.search import index as index_module
from bieb_netwerk.search import ordering
from bieb_netwerk.search import results as results_module
from bieb_netwerk.search.documents.catching_up import catch_up
from bieb_netwerk.search.filters import InitiativeFilter
from bieb_netwerk.search.index import current_index, forget_index
from bieb_netwerk.search.models import SearchDocument
from bieb_netwerk.search.ordering import ORDERS
from initiatives.models import Initiative
from tests.search.conftest import asked, seeded, write_documents

pytestmark = pytest.mark.django_db
MANY = 1_300
SORTED_BY = {
    "relevantie": lambda document: (-document.quality, document.sort_key, document.id),
    "naam": lambda document: (document.sort_key, document.id),
    "jaar": lambda document: (-document.year, document.sort_key, document.id),
    "bijgewerkt": lambda document: (-document.updated_at.timestamp(), document.id),
}


def make(chance, numbers):
    """Examples with many equal titles, years and qualities, of which many in one block."""
    words = ["koffie", "taal", "werk", "wandelen", "École", "’s avonds", "Zwolle", "zee", "ÿ"]
    found = [
        Initiative(
            slug=f"nummer-{number}",
            title=f"{chance.choice(words)} {chance.randint(1, 40)}",
            summary=" ".join(chance.sample(words, 3)),
            goal=chance.choice(["", "Koffie.", "Taal en taal en taal."]),
            year=chance.choice([None, 2014, 2019, 2024]),
            publication_state="gepubliceerd",
            next_check_on=date(2100, 1, 1),
        )
        for number in numbers
    ]
    Initiative.objects.bulk_create(found)
    start = datetime(2024, 1, 1, tzinfo=UTC)
    for each in found:
        each.updated_at = start + timedelta(microseconds=chance.randint(0, 40))
    Initiative.objects.bulk_update(found, ["updated_at"])


@pytest.fixture(scope="module")
def many(django_db_setup, django_db_blocker):
    """1,300 examples with their documents, for this file; what a test changes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        make(seeded(6), range(MANY))
        write_documents()
        yield
        transaction.set_rollback(True)


def all_pages(filterset, per_page=100):
    pages = Paginator(filterset.results, per_page)
    return [document.id for number in pages.page_range for document in pages.page(number)]


def plainly_sorted(documents, order):
    return [document.id for document in sorted(documents, key=SORTED_BY[order])]


def test_every_order_shows_every_document_once_and_in_order(many):
    documents = list(SearchDocument.objects.listed())

    for order in ("naam", "jaar", "bijgewerkt"):
        assert all_pages(asked("", InitiativeFilter, sorteer=order)) == plainly_sorted(documents, order), order


@pytest.mark.parametrize("per_page", [1, 7, 20, 511, 512, 513, 2_000])
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
        pages = {order: all_pages(asked("", InitiativeFilter, sorteer=order)) for order in SORTED_BY}
        forget_index()
        anew = current_index()

        assert _content(kept) == _content(anew)
        documents = list(SearchDocument.objects.listed())
        for order in ("naam", "jaar", "bijgewerkt"):
            assert pages[order] == plainly_sorted(documents, order), order


def test_from_nothing_to_more_than_one_load_and_back(many, monkeypatch):
    monkeypatch.setattr(index_module, "MOST_AT_ONCE", 300)
    monkeypatch.setattr(ordering, "OVERFULL", 200)
    steps = [
        Initiative.objects.all().delete,
        lambda: make(seeded(1), range(1)),
        lambda: make(seeded(2), range(1, 290)),
        lambda: make(seeded(3), range(290, 700)),
        Initiative.objects.all().delete,
    ]
    sizes = []

    for step in steps:
        step()
        write_documents()
        sizes.append((len(current_index().everything), len(all_pages(asked("", InitiativeFilter)))))

    assert sizes == [(0, 0), (1, 1), (290, 290), (700, 700), (0, 0)]


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
    make(chance, range(10_000 + round_ * 100, 10_000 + round_ * 100 + 40))


def _content(index):
    having = {value: set(ids) for value, ids in index.having.items() if ids}
    documents = {document.id: document for document in SearchDocument.objects.listed()}
    orders = {}
    for name, order in index.orders.items():
        key = attrgetter(*[field.removeprefix("-") for field in ORDERS[name]])
        assert all(documents[pk] and key(documents[pk]) for block in order.blocks for pk in block)
        orders[name] = sorted(pk for block in order.blocks for pk in block)
    return index.version, index.options_version, set(index.everything), having, orders
