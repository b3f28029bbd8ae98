"""Finding out what documents are about, in the background: it takes a twentieth of a second for each."""

from django.db import connection, transaction

from search.documents.catching_up import locked_state
from search.models import SearchDocument

from .model import is_available
from .vectors import vector_of_document

NEEDED = ("id", "version", "title", "card", "text")
WRITE = """
UPDATE search_searchdocument AS kept SET meaning = made.meaning, version = %(version)s
FROM unnest(%(ids)s::int[], %(versions)s::bigint[], %(vectors)s::bytea[]) AS made (id, version, meaning)
WHERE kept.id = made.id AND kept.version = made.version AND kept.is_public
"""


def write_meanings(most: int) -> bool:
    """Write for at most so many documents what they are about; returns whether something is left to do."""
    if not is_available():
        return False
    without_meaning = SearchDocument.objects.without_meaning().only(*NEEDED)
    waiting = list(without_meaning[: most + 1])
    documents = waiting[:most]
    if documents:
        vectors = [vector_of(document) for document in documents]
        write_vectors(documents, vectors)
    return len(waiting) > most


def vector_of(document: SearchDocument) -> bytes:
    """What a document is about, as it is kept."""
    summary = document.card.get("summary") or ""
    return vector_of_document(document.title, summary, document.text)


@transaction.atomic
def write_vectors(
    documents: list[SearchDocument],
    vectors: list[bytes],
) -> None:
    """Store the vector of each document that did not change meanwhile; readers notice it by the version."""
    state = locked_state()
    values = {
        "version": state.version + 1,
        "ids": [document.pk for document in documents],
        "versions": [document.version for document in documents],
        "vectors": vectors,
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, values)
        if cursor.rowcount:
            state.version += 1
            state.save()
