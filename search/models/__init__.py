"""What the search keeps: documents, notes of changes, words."""

from history.tracking import track_history

from .changes import ChangedObject, SearchState
from .document import DocumentWords, SearchDocument
from .learning import SearchedWord
from .synonym import Synonym
from .word import CorpusWord

__all__ = [
    "ChangedObject",
    "CorpusWord",
    "DocumentWords",
    "SearchDocument",
    "SearchState",
    "Synonym",
    "SearchedWord",
]

track_history(Synonym)
