"""Writing every document anew: stopped and taken up again, and only where something is different."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from search.documents import rebuilding
from search.documents.rebuilding import rebuild
from search.models import SearchDocument, SearchState
from tests.documents import Reader, write_documents
from tests.factories import InitiativeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def spoiled(monkeypatch):
    """Five documents with wrong titles, rebuilt two at a time."""
    monkeypatch.setattr(rebuilding, "AT_ONCE", 2)
    InitiativeFactory.create_batch(5)
    write_documents()
    SearchDocument.objects.update(title="Fout")


def wrong():
    return SearchDocument.objects.filter(title="Fout").count()


def test_all_documents_are_right_afterwards(spoiled):
    assert sum(rebuild(today=timezone.localdate())) == SearchDocument.objects.count()
    assert wrong() == 0


def test_a_run_that_was_stopped_goes_on_where_it_was(spoiled):
    first = rebuild(today=timezone.localdate())
    done = next(first) + next(first)
    first.close()

    rest = sum(rebuild(today=timezone.localdate()))

    assert done + rest == SearchDocument.objects.count()
    assert (wrong(), SearchState.objects.get().rebuilding) == (0, {})


def test_two_runs_beside_each_other_share_the_work(spoiled):
    today = timezone.localdate()
    one, other = rebuild(today=today), rebuild(today=today)
    next(one)
    next(other)
    SearchDocument.objects.update(title="Fout")

    list(one)

    assert wrong() == 4  # of each of them the two that were done are not done twice


def test_a_run_may_begin_again(spoiled):
    first = rebuild(today=timezone.localdate())
    next(first)
    first.close()

    assert sum(rebuild(today=timezone.localdate(), start_again=True)) == SearchDocument.objects.count()


def test_what_is_right_stays_the_same_version(spoiled):
    list(rebuild(today=timezone.localdate()))
    version = SearchState.objects.get().version

    list(rebuild(today=timezone.localdate()))

    assert SearchState.objects.get().version == version


def test_what_is_gone_is_withdrawn(spoiled):
    lost = SearchDocument.objects.create(
        kind="thema", object_id=1_000_000, title="Weg", updated_at=timezone.now(), version=1
    )

    list(rebuild(today=timezone.localdate()))

    lost.refresh_from_db()
    assert (lost.is_public, lost.title) == (False, "")


def test_readers_go_on_between_the_steps(spoiled):
    for _ in rebuild(today=timezone.localdate()):
        assert Reader().get("/praktijkvoorbeelden/").context["filter"].count == 5


def test_the_command_shows_how_far_it_is(spoiled):
    out = StringIO()

    call_command("rebuild_search", stdout=out)

    assert "100%" in out.getvalue()


def test_a_check_writes_nothing_and_fails_where_something_is_wrong(spoiled):
    out = StringIO()

    with pytest.raises(CommandError, match="zoekdocumenten zijn niet bij"):
        call_command("rebuild_search", "--controleer", stdout=out)

    assert (wrong() > 0, "praktijkvoorbeeld" in out.getvalue()) == (True, True)


def test_a_check_is_content_where_all_is_right():
    InitiativeFactory()
    write_documents()
    out = StringIO()

    call_command("rebuild_search", "--controleer", stdout=out)

    assert out.getvalue() == "Alle zoekdocumenten zijn bij.\n"
