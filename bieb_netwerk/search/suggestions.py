"""What somebody may be typing: titles, themes, organisations and municipalities that begin so."""

from .analysis import is_stop_word, tokens
from .codes import code
from .documents.draft import IN_TITLE
from .index import current_index
from .matching import found_by
from .models import SearchDocument
from .ordering import ORDERS
from .prefixes import SHORTEST, grown
from .question import Group

Kind = SearchDocument.Kind
KINDS = (Kind.THEME, Kind.MUNICIPALITY, Kind.LIBRARY, Kind.PARTNER, Kind.NETWORK, Kind.INITIATIVE)
PER_KIND = 3
MOST = 8


def suggestions(text):
    """At most 8 documents with these words in their title, the last word perhaps unfinished; few of each kind."""
    words = [token.word for token in tokens(text)]
    if not words or len(words[-1]) < SHORTEST:
        return []
    index = current_index()
    groups = [Group((word,)) for word in words[:-1] if not is_stop_word(word)] + [grown(words[-1])]
    found = index.everything
    for group in groups:
        found = found & found_by(index, group.terms(IN_TITLE))
    return _best_of_each_kind(found, index) if found else []


def _best_of_each_kind(found, index):
    order, near = index.orders["relevantie"], []
    for kind in KINDS:
        ids, _ = order.window(found & index.with_code(code("soort", kind)), 0, PER_KIND)
        near += ids
    documents = SearchDocument.objects.listed().filter(id__in=near).only("kind", "title", "card")
    by_kind = {kind: [] for kind in KINDS}
    for document in documents.order_by(*ORDERS["relevantie"]):
        by_kind[document.kind].append(document)
    return [document for kind in KINDS for document in by_kind[kind][:PER_KIND]][:MOST]
