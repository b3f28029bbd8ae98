"""Writing every document anew, in small steps that can be stopped and taken up again, while readers go on."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from search.layout import declared_layout, is_layout_current, without_outdated_kinds
from search.models import SearchDocument, SearchState
from search.registry import KINDS, KindOfDocument, kinds_in_order

from .catching_up import draft_documents, locked_state, write
from .pairs import Pair
from .storing import different_from_stored, withdraw
from .world import World

AT_ONCE = 200  # documents per transaction


def rebuild(
    *,
    today: date,
    kinds: Iterable[KindOfDocument] | None = None,
    start_again: bool = False,
) -> Iterator[int]:
    """Write every document of these kinds anew, of all where none are named; yields the number of objects of each step.

    An earlier run that was stopped is taken up where it was. Documents of what is gone are withdrawn as well, and those
    of kinds that no app declares any more.
    """
    if start_again:
        SearchState.objects.update(rebuilding={})
    if kinds is None:
        kinds = kinds_in_order()
    withdraw_other_kinds()
    forget_outdated_layout()
    for kind in kinds:
        for ids in in_batches(ids_to_do(kind, today)):
            yield rewrite(kind.name, ids)
    SearchState.objects.update(
        rebuilding={},
        layout=declared_layout(),
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_searchdocument, search_documentwords")


def rebuild_in_new_layout() -> None:
    """Write the documents anew of the kinds that have another layout than the apps declare."""
    if is_layout_current():
        return
    for _ in rebuild(today=timezone.localdate(), kinds=outdated_kinds()):
        pass


def outdated_kinds() -> list[KindOfDocument]:
    """The kinds of which documents were written in another layout; none of them where only another kind is gone."""
    layout = SearchState.objects.values_list("layout", flat=True).first()
    if layout is None:  # nothing was ever written
        return []
    current = without_outdated_kinds(layout)["kinds"]
    return [kind for kind in kinds_in_order() if kind.name not in current]


@transaction.atomic
def forget_outdated_layout() -> None:
    """Say no longer of any kind that it has a layout that changes from now on.

    A worker of the version before, or one that comes back after a run that was stopped, sees by it what is not whole.
    """
    state = locked_state()
    state.layout = without_outdated_kinds(state.layout)
    state.save()


def number_to_do(
    *,
    today: date,
    kinds: Iterable[KindOfDocument] | None = None,
) -> int:
    """How many objects a rebuild would still go through."""
    if kinds is None:
        kinds = kinds_in_order()
    number = 0
    for kind in kinds:
        number += len(ids_to_do(kind, today))
    return number


def stale_documents(world: World) -> Iterator[Pair]:
    """The documents that are not as they would be written now."""
    for kind in kinds_in_order():
        public = public_ids(kind, world.today)
        stored = stored_ids(kind)
        missing_or_too_many = public ^ stored
        for pk in sorted(missing_or_too_many):
            yield kind.name, pk
        for ids in in_batches(sorted(public & stored)):
            drafts = draft_documents(kind.name, ids, world)
            for pk in different_from_stored(kind.name, drafts):
                yield kind.name, pk


def in_batches(ids: list[int]) -> Iterator[list[int]]:
    """Yield numbers in lists that are written in one transaction."""
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def ids_to_do(kind: KindOfDocument, today: date) -> list[int]:
    """Objects that are public and objects that have a document, beyond where an earlier run stopped."""
    done = done_before(SearchState.objects.first())
    last = done.get(kind.name, 0)
    ids = sorted(public_ids(kind, today) | stored_ids(kind))
    return [pk for pk in ids if pk > last]


@transaction.atomic
def withdraw_other_kinds() -> None:
    """Empty the documents of kinds that no app declares any more."""
    state = locked_state()
    others = SearchDocument.objects.listed().exclude(kind__in=list(KINDS))
    other_kinds = set(others.values_list("kind", flat=True))
    if not other_kinds:
        return
    state.version += 1
    for kind in sorted(other_kinds):
        ids = others.filter(kind=kind).values_list("object_id", flat=True)
        withdraw(kind, list(ids), state.version)
    state.save()


def done_before(state: SearchState | None) -> dict[str, int]:
    """``{kind: last object}`` of an earlier run that was stopped; nothing where it wrote another layout."""
    if state is None or state.rebuilding.get("layout") != declared_layout():
        return {}
    return state.rebuilding["done"]


def public_ids(kind: KindOfDocument, today: date) -> set[int]:
    """The numbers of the objects of a kind that the public may see."""
    objects = kind.public(today).order_by()
    return set(objects.values_list("pk", flat=True))


def stored_ids(kind: KindOfDocument) -> set[int]:
    """The numbers of the objects of a kind that have a document."""
    documents = SearchDocument.objects.listed().filter(kind=kind.name)
    return set(documents.values_list("object_id", flat=True))


@transaction.atomic
def rewrite(
    kind: str,
    ids: list[int],
) -> int:
    """Write some documents of a kind anew, and note how far that came; returns how many.

    What a run beside this one did meanwhile, a worker's or a release's, is not done twice.
    """
    state = locked_state()
    done = done_before(state)
    last = done.get(kind, 0)
    wanted = [(kind, pk) for pk in ids if pk > last]
    if not wanted:
        return len(ids)
    state.rebuilding = {
        "layout": declared_layout(),
        "done": done | {kind: ids[-1]},
    }
    write(wanted, state)
    state.save()
    return len(ids)
