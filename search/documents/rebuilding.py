"""Writing every document anew, in small steps that can be stopped and taken up again, while readers go on."""

from django.db import connection, transaction

from search.models import SearchDocument, SearchState
from search.registry import kinds_in_order

from .catching_up import draft_documents, locked_state, write
from .storing import different_from_stored

AT_ONCE = 200  # documents per transaction


def rebuild(*, today, start_again=False):
    """Write every document anew; yields the number of objects after each step, after what an earlier run did.

    Documents of what is gone are withdrawn as well.
    """
    if start_again:
        SearchState.objects.update(rebuilding={})
    for kind in kinds_in_order():
        ids = _ids_to_do(kind, today)
        for start in range(0, len(ids), AT_ONCE):
            yield _rewrite(kind.name, ids[start : start + AT_ONCE])
    SearchState.objects.update(rebuilding={})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_searchdocument, search_documentwords")


def number_to_do(*, today):
    """How many objects a rebuild would still go through."""
    return sum(len(_ids_to_do(kind, today)) for kind in kinds_in_order())


def stale_documents(world):
    """``(kind, object number)`` of the documents that are not as they would be written now."""
    for kind in kinds_in_order():
        public, stored = _public_ids(kind, world.today), _stored_ids(kind)
        for pk in sorted(public ^ stored):
            yield kind.name, pk
        ids = sorted(public & stored)
        for start in range(0, len(ids), AT_ONCE):
            drafts = draft_documents(kind.name, ids[start : start + AT_ONCE], world)
            for pk in different_from_stored(kind.name, drafts):
                yield kind.name, pk


def _ids_to_do(kind, today):
    """Objects that are public and objects that have a document, beyond where an earlier run stopped."""
    state = SearchState.objects.values_list("rebuilding", flat=True).first() or {}
    last = state.get(kind.name, 0)
    return sorted(pk for pk in _public_ids(kind, today) | _stored_ids(kind) if pk > last)


def _public_ids(kind, today):
    return set(kind.public(today).order_by().values_list("pk", flat=True))


def _stored_ids(kind):
    documents = SearchDocument.objects.listed().filter(kind=kind.name)
    return set(documents.values_list("object_id", flat=True))


@transaction.atomic
def _rewrite(kind, ids):
    state = locked_state()
    state.rebuilding[kind] = ids[-1]
    write([(kind, pk) for pk in ids], state)
    state.save()
    return len(ids)
