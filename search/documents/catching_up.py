"""Writing the documents of what changed; the only place that reads the notes of the triggers."""

import gc
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from dutch.analysis import analyse
from search.layout import declared_layout
from search.models import ChangedObject, SearchState
from search.registry import KINDS, NAMING_LABELS, dependents_of

from .draft import Draft
from .pairs import Pair
from .storing import store, withdraw
from .world import World

log = logging.getLogger(__name__)
NOTES_AT_ONCE = 5_000
TAKE = """
DELETE FROM search_changedobject WHERE id IN (
    SELECT id FROM search_changedobject WHERE is_document = %s ORDER BY id LIMIT %s
) RETURNING label, object_id
"""


def catch_up(most: int = 500) -> bool:
    """Write at most so many documents of what changed; returns whether something is left to do."""
    if not ChangedObject.objects.exists():
        return False
    # the first word takes a second, in which nobody should wait for the lock
    analyse("voorbereiding")
    with transaction.atomic():
        state = locked_state()
        labels, dependents = dependents_of_changes()
        wanted = dependents[:most]
        put_back(dependents[most:])
        room = most - len(wanted)
        if room:
            wanted += take_notes(is_document=True, most=room)
        write(dict.fromkeys(wanted), state)
        if labels & NAMING_LABELS:
            state.options_version += 1
            state.save()
    return ChangedObject.objects.exists()


def locked_state() -> SearchState:
    """The state of the search, which only one transaction at a time may hold: its versions have no gaps."""
    first = SearchState(layout=declared_layout())  # where nothing was ever written
    SearchState.objects.bulk_create([first], ignore_conflicts=True)
    return SearchState.objects.select_for_update().get()


def write(wanted: Iterable[Pair], state: SearchState) -> int:
    """Write the documents of ``(kind, object number)`` pairs anew; returns how many differ from before."""
    ids_by_kind = defaultdict(list)
    for kind, pk in wanted:
        ids_by_kind[kind].append(pk)
    world = World(timezone.localdate())
    next_version = state.version + 1
    changed = 0
    for kind, ids in ids_by_kind.items():
        changed += write_kind(kind, ids, world, next_version)
    if changed:
        state.version = next_version
        state.save()
    return changed


def write_kind(
    kind: str,
    ids: list[int],
    world: World,
    version: int,
) -> int:
    """Write documents of one kind; one that cannot be made keeps its old form, and does not hold up the others."""
    try:
        with transaction.atomic():
            drafts = draft_documents(kind, ids, world)
            no_longer_public = set(ids) - set(drafts)
            stored = store(kind, drafts, version)
            withdrawn = withdraw(kind, no_longer_public, version)
            return stored + withdrawn
    except OperationalError:  # the database is away or busy: try again later
        raise
    except Exception:
        # a fault in one text, whichever: find it, say it in the log, and go on with the others
        if len(ids) > 1:
            return sum(write_kind(kind, [pk], world, version) for pk in ids)
        log.exception("Van %s %s kan geen zoekdocument gemaakt worden.", kind, ids[0])
        return 0


def draft_documents(
    kind: str,
    ids: list[int],
    world: World,
) -> dict[int, Draft]:
    """``{object number: Draft}`` of those the public may see."""
    declared = KINDS[kind]
    public = declared.public(world.today).filter(pk__in=ids)
    drafts = {}
    with without_collector():
        for subject in declared.load(public):
            drafts[subject.pk] = declared.draft(subject, world)
    return drafts


@contextmanager
def without_collector() -> Iterator[None]:
    """Hundreds of objects are made and kept at a time; looking for garbage among them costs a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def dependents_of_changes() -> tuple[set[str], list[Pair]]:
    """Take the notes of changed rows away; returns their labels, and the documents to write."""
    ids_by_label = defaultdict(set)
    for label, pk in take_notes(is_document=False, most=NOTES_AT_ONCE):
        ids_by_label[label].add(pk)
    dependents: set[Pair] = set()
    for label, ids in ids_by_label.items():
        dependents |= dependents_of(label, ids)
    return set(ids_by_label), sorted(dependents)


def take_notes(
    *,
    is_document: bool,
    most: int,
) -> list[tuple[str, int]]:
    """Take the oldest notes away, of documents or of changed rows; returns their ``(label, object number)``."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [is_document, most])
        return cursor.fetchall()


def put_back(wanted: Iterable[Pair]) -> None:
    """Note documents that are written a next time."""
    notes = []
    for kind, pk in wanted:
        note = ChangedObject(
            label=kind,
            object_id=pk,
            is_document=True,
        )
        notes.append(note)
    ChangedObject.objects.bulk_create(notes)
