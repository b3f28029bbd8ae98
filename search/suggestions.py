"""What somebody may be typing: titles, themes, organisations, municipalities and meetings that begin so."""

from dutch.analysis import is_stop_word, tokens

from .codes import code
from .documents.draft import IN_TITLE
from .index import current_index
from .matching import found_by
from .prefixes import SHORTEST, grown
from .question import single
from .registry import suggested_kinds
from .results import Results

PER_KIND = 3
CONSIDERED = 30  # of each kind, of which those come first whose title begins so
MOST = 8


def suggestions(text):
    """At most 8 documents with these words in their title, the last word perhaps unfinished; few of each kind."""
    typed = [token.word for token in tokens(text)]
    words = [word for word in typed if not is_stop_word(word)] or typed
    if not words or len(words[-1]) < SHORTEST:
        return []
    index = current_index()
    groups = [*map(single, words[:-1]), grown(words[-1]) if words[-1] == typed[-1] else single(words[-1])]
    found = index.everything
    for group in groups:
        found = found & found_by(index, group.terms(IN_TITLE))
    return _best_of_each_kind(found, index, text)


def _best_of_each_kind(found, index, text):
    """Few of each kind; what is called so comes before what only has a place or another name that is called so."""
    best = []
    for kind in suggested_kinds():
        ids = found & index.with_code(code("soort", kind.name))
        documents = Results(index, "relevantie", (ids,))[:CONSIDERED] if ids else []
        documents.sort(key=lambda document: not document.title.casefold().startswith(text.casefold().strip()))
        best += documents[:PER_KIND]
    return best[:MOST]
