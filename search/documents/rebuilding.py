"""Writing every document anew, in small steps that can be stopped and taken up again, while readers go on."""

from django.db import connection, transaction

from search.models import SearchDocument, SearchState

from .catching_up import draft_documents, locked_state, write
from .kinds import KINDS
from .storing import different_from_stored

AT_ONCE = 200  # documents per transaction


def rebuild(*, today, start_again=False):
    """Write every document anew; yields the number of objects after each step, after what an earlier run did.

    Documents of what is gone are withdrawn as well.
    """
    if start_again:
        SearchState.objects.update(rebuilding={})
    for kind, how in KINDS.items():
        ids = _ids_to_do(kind, how.public(today))
        for start in range(0, len(ids), AT_ONCE):
            yield _rewrite(kind, ids[start : start + AT_ONCE])
    SearchState.objects.update(rebuilding={})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_searchdocument, search_documentwords")


def number_to_do(*, today):
    """How many objects a rebuild would still go through."""
    return sum(len(_ids_to_do(kind, how.public(today))) for kind, how in KINDS.items())


def stale_documents(world):
    """``(kind, object number)`` of the documents that are not as they would be written now."""
    for kind, how in KINDS.items():
        public = set(how.public(world.today).order_by().values_list("pk", flat=True))
        stored = set(SearchDocument.objects.listed().filter(kind=kind).values_list("object_id", flat=True))
        yield from ((kind, pk) for pk in sorted(public ^ stored))
        ids = sorted(public & stored)
        for start in range(0, len(ids), AT_ONCE):
            drafts = draft_documents(kind, ids[start : start + AT_ONCE], world)
            yield from ((kind, pk) for pk in different_from_stored(kind, drafts))


def _ids_to_do(kind, public):
    """Objects that are public and objects that have a document, beyond where an earlier run stopped."""
    state = SearchState.objects.values_list("rebuilding", flat=True).first() or {}
    stored = SearchDocument.objects.listed().filter(kind=kind).values_list("object_id", flat=True)
    ids = {*public.order_by().values_list("pk", flat=True), *stored}
    return sorted(pk for pk in ids if pk > state.get(kind, 0))


@transaction.atomic
def _rewrite(kind, ids):
    state = locked_state()
    state.rebuilding[kind] = ids[-1]
    write([(kind, pk) for pk in ids], state)
    state.save()
    return len(ids)
