"""What somebody may have meant: the word of our own texts that is nearest to one that nobody knows."""

from functools import lru_cache

from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dutch.analysis import is_known, tokens

from .matching import found_by
from .models import CorpusWord, SearchDocument
from .question import Group
from .terms import whole

SHORTEST = 4  # letters; of shorter words everything is near
LETTERS_PER_ERROR = 4
MOST_ERRORS = 3
COMPARED = 5  # nearest words, of which the one that most documents have is chosen
SPELLED_ALIKE = (
    ("ph", "f"), ("th", "t"), ("sch", "sg"), ("ch", "g"), ("qu", "kw"), ("x", "ks"), ("ij", "ei"), ("y", "i"),
    ("ou", "au"), ("tie", "sie"), ("ti", "si"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("v", "f"),
    ("dt", "t"),
)  # fmt: skip


def corrected(text, question, index, among):
    """The text with each unknown word replaced by the nearest known one; empty where no word has to be or can be."""
    nearest = {}
    for group in question.wanted:
        if isinstance(group, Group) and _is_unknown(group, index, among):
            nearest[group.label] = _nearest(group.label, index, among)
    better = {word: near for word, near in nearest.items() if near}
    for word, near in better.items():
        text = _replaced(text, word, _as_written(near, index, among))
    return text if better else ""


def may_replace(question, index, among):
    """Whether every word that no text has is one that no dictionary has either: such words are replaced unasked."""
    unknown = [each for each in question.wanted if isinstance(each, Group) and _is_unknown(each, index, among)]
    return not any(is_known(group.label) for group in unknown)


@lru_cache(maxsize=100_000)
def sound(word):
    """A word as it sounds: what is spelled otherwise and sounds alike becomes the same."""
    for spelled, alike in SPELLED_ALIKE:
        word = word.replace(spelled, alike)
    letters = [letter for place, letter in enumerate(word) if letter != word[place - 1 : place]]
    return "".join(letters)


def _is_unknown(group, index, among):
    return len(group.words) == 1 and not found_by(index, group.terms()) & among


def _nearest(word, index, among):
    """The known word that is nearest in sound and spelling and, among equally near ones, in most documents."""
    errors = min(len(word) // LETTERS_PER_ERROR, MOST_ERRORS)
    if len(word) < SHORTEST:
        return ""
    likely = CorpusWord.objects.annotate(length=Length("word"))
    likely = likely.filter(length__range=(len(word) - errors, len(word) + errors))
    words = {*likely.values_list("word", flat=True), *index.synonyms.words}
    near = {
        found for found, _, _ in process.extract(word, words, scorer=OSA.distance, score_cutoff=errors, limit=COMPARED)
    }
    sounds = {found: sound(found) for found in words}
    alike = process.extract(sound(word), sounds, scorer=OSA.distance, score_cutoff=errors // 2, limit=COMPARED)
    near.update(found for _, _, found in alike)
    best, least = "", None
    for candidate in sorted(near):
        documents = len(found_by(index, index.synonyms.groups([candidate])[0].terms()) & among)
        distance = OSA.distance(word, candidate) + OSA.distance(sound(word), sound(candidate))
        if documents and (least is None or (distance, -documents) < least):
            best, least = candidate, (distance, -documents)
    return best


def _as_written(word, index, among):
    """A word with the accents that a text has on it."""
    found = found_by(index, whole(word)) & among
    for title, text in SearchDocument.objects.numbered(found[:COMPARED]).values_list("title", "text"):
        for token in tokens(f"{title}\n{text}"):
            if token.word == word:
                return f"{title}\n{text}"[token.start : token.end].lower()
    return word


def _replaced(text, word, better):
    """The text with a word replaced, wherever it stands and however it was written."""
    for token in reversed(list(tokens(text))):
        if token.word == word:
            text = text[: token.start] + better + text[token.end :]
    return text
