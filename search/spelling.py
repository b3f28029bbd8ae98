"""What somebody may have meant: the word of our own texts that is nearest to an unknown one."""

from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dutch.analysis import tokens

from .matching import found_by
from .models import CorpusWord
from .question import Group

SHORTEST = 4  # letters; of shorter words everything is near
LETTERS_PER_ERROR = 4
MOST_ERRORS = 3
COMPARED = 5  # nearest words, of which the one that most documents have is chosen


def corrected(text, question, index, among):
    """The text with each unknown word replaced by the nearest known one; empty where nothing has to be or can be."""
    unknown = [group for group in question.wanted if isinstance(group, Group) and _is_unknown(group, index, among)]
    nearest = {group.label: _nearest(group.label, index, among) for group in unknown}
    if not unknown or not all(nearest.values()):
        return ""
    for word, better in nearest.items():
        text = _replaced(text, word, better)
    return text


def _is_unknown(group, index, among):
    return len(group.words) == 1 and not found_by(index, group.terms()) & among


def _nearest(word, index, among):
    """The known word that is nearest and, among equally near ones, in most documents."""
    errors = min(len(word) // LETTERS_PER_ERROR, MOST_ERRORS)
    if len(word) < SHORTEST:
        return ""
    likely = CorpusWord.objects.annotate(length=Length("word"))
    likely = likely.filter(length__range=(len(word) - errors, len(word) + errors)).values_list("word", flat=True)
    found = process.extract(word, list(likely), scorer=OSA.distance, score_cutoff=errors, limit=COMPARED)
    documents = {near: len(found_by(index, Group((near,)).terms()) & among) for near, _, _ in found}
    return min(
        (near for near, _, _ in found if documents[near]),
        key=lambda near: (OSA.distance(word, near), -documents[near]),
        default="",
    )


def _replaced(text, word, better):
    """The text with a word replaced, wherever it stands and however it was written."""
    for token in reversed(list(tokens(text))):
        if token.word == word:
            text = text[: token.start] + better + text[token.end :]
    return text
