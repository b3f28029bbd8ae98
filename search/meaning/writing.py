"""Finding out what documents are about, in the background: it takes a twentieth of a second for each."""

from django.db import connection, transaction

from search.documents.catching_up import locked_state
from search.models import SearchDocument

from .model import is_available
from .vectors import vector_of_document

ASKED = ("id", "version", "title", "card", "text")
WRITE = """
UPDATE search_searchdocument AS kept SET meaning = made.meaning, version = %(version)s
FROM unnest(%(ids)s::int[], %(versions)s::bigint[], %(vectors)s::bytea[]) AS made (id, version, meaning)
WHERE kept.id = made.id AND kept.version = made.version AND kept.is_public
"""


def write_meanings(most: int) -> bool:
    """Write for at most so many documents what they are about; returns whether something is left to do."""
    if not is_available():
        return False
    waiting = list(SearchDocument.objects.without_meaning().only(*ASKED)[: most + 1])
    if waiting:
        made = []
        for document in waiting[:most]:
            summary = document.card.get("summary") or ""
            made.append(
                (document, vector_of_document(document.title, summary, document.text))
            )
        write_vectors(made)
    return len(waiting) > most


@transaction.atomic
def write_vectors(made: list[tuple[SearchDocument, bytes]]) -> None:
    """Store vectors of documents that did not change meanwhile; readers notice it by the version."""
    state = locked_state()
    values = {
        "version": state.version + 1,
        "ids": [document.pk for document, _ in made],
        "versions": [document.version for document, _ in made],
        "vectors": [vector for _, vector in made],
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, values)
        if cursor.rowcount:
            state.version += 1
            state.save()
