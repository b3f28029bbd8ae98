"""What is kept of what readers search for."""

from datetime import datetime, timedelta

from django.utils import timezone

from retention.schedule import Basis, holds_nothing_personal, keep

from .models import (
    ChangedObject,
    CorpusWord,
    SearchDocument,
    SearchedWord,
    SearchState,
    Synonym,
)

WORDS_KEPT = timedelta(days=365)


def forget_words(*, now: datetime) -> None:
    """Deleted at night, once their month began more than a year ago."""
    SearchedWord.objects.filter(month__lt=timezone.localdate(now) - WORDS_KEPT).delete()


keep(
    "Losse woorden waarop gezocht wordt, geteld per maand, zonder wie het was",
    why="Om te zien wat lezers missen; curators zien een woord pas als er drie keer op gezocht is",
    basis=Basis.INTEREST,
    how_long="Een jaar",
    tables=(SearchedWord,),
    forget=forget_words,
)
# documents are copies of public pages, and go with them
holds_nothing_personal(SearchDocument, CorpusWord, ChangedObject, SearchState, Synonym)
