"""What somebody may have meant: the word of our own texts that is nearest to one that nobody knows."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from django.db.models.functions import Length
from pyroaring import BitMap
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dutch.analysis import (
    analyse,
    is_in_dictionary,
    is_in_lexicon,
    is_known,
    is_stop_word,
    tokens,
)

from .finding import find_all, found_by, found_in_any_way, terms_of_ways
from .groups import Group, Words
from .index import Index
from .joining import is_one_word
from .misspelt_phrases import corrected_phrases
from .models import CorpusWord, SearchDocument
from .names import words_of
from .question import SearchQuestion
from .sounds import errors_in, sound
from .terms import whole

Corrections = dict[Words, str]  # words as they were typed -> the known one
SHORTEST = 4  # letters; of shorter words everything is near
LETTERS_PER_ERROR = 4
MOST_ERRORS = 3
COMPARED = 5  # nearest words, of which the one that most documents have is chosen


def corrections(
    question: SearchQuestion,
    index: Index,
    among: BitMap,
) -> Corrections:
    """The nearest known word to each unknown one.

    A word of the dictionary is no typing error, though no text has it.
    """
    unknown = unknown_words(question, index, among)
    nearest = corrected_phrases(question, unknown, index)
    in_phrases: set[str] = set().union(*nearest)
    for group in unknown:
        if group.label in in_phrases or is_in_dictionary(group.label):
            continue
        near = nearest_word(group.label, index, among)
        if near and not is_same_word(near, group.label):
            nearest[group.words] = near
    for first, second in misspelt_apart(question, unknown):
        joined = first.label + second.label
        near = nearest_word(joined, index, among)
        if near and is_nearer(near, joined, nearest, (first, second)):
            nearest.pop(first.words, None)
            nearest.pop(second.words, None)
            nearest[(*first.words, *second.words)] = near
    return nearest


def misspelt_apart(
    question: SearchQuestion,
    unknown: Iterable[Group],
) -> Iterator[tuple[Group, Group]]:
    """Yield neighbours that may be one word, written apart, with a mistake: "sijber criminaliteit".

    One of them is in no text and in no dictionary, so that it is nothing by itself.
    """
    meaningless = [group for group in unknown if not is_known(group.label)]
    for first, second in pairwise(question.wanted):
        if not is_one_word(first) or not is_one_word(second):
            continue
        if first in meaningless or second in meaningless:
            yield first, second


def is_nearer(
    near: str,
    joined: str,
    nearest: Corrections,
    neighbours: Iterable[Group],
) -> bool:
    """Whether two words as one are nearer to a known word than each by itself: "laag geleterd" is no "laag geleend"."""
    errors_together = errors_in(joined, near)
    for group in neighbours:
        near_by_itself = nearest.get(group.words)
        if near_by_itself and errors_in(group.label, near_by_itself) <= errors_together:
            return False
    return True


def corrected(
    text: str,
    nearest: Corrections,
    index: Index,
    among: BitMap,
) -> str:
    """The text with these words replaced by the ones that were meant; empty where there is nothing to correct."""
    if not nearest:
        return ""
    for words, near in nearest.items():
        written = as_written(near, index, among)
        text = with_words_replaced(text, words, written)
    return text


def is_same_word(one: str, other: str) -> bool:
    """Whether two words are forms of the same one: nobody made a typing error then."""
    terms = set(analyse(one).whole)
    return not terms.isdisjoint(analyse(other).whole)


def may_replace(
    question: SearchQuestion,
    nearest: Corrections,
    index: Index,
    among: BitMap,
) -> bool:
    """Whether what was typed is replaced unasked: every word that no text has is one that no dictionary has either.

    That need not be so of a word that only with its neighbour is the mistake, or that looks like a compound of words
    ("solicitatie": "citatie") and sounds as what was meant.
    """
    together: set[str] = set()
    for words in nearest:
        if len(words) > 1:
            together.update(words)
    for group in unknown_words(question, index, among):
        if group.label in together or not is_known(group.label):
            continue
        sounds_alike = sound(group.label) == sound(nearest.get(group.words, ""))
        if is_in_lexicon(group.label) or not sounds_alike:
            return False
    return True


def unknown_words(
    question: SearchQuestion,
    index: Index,
    among: BitMap,
) -> list[Group]:
    """The words of a question, as groups, that none of these documents has."""
    unknown = []
    for group in question.wanted:
        if not is_one_word(group):
            continue
        if not found_in_any_way(index, group).intersect(among):
            unknown.append(group)
    return unknown


def nearest_word(word: str, index: Index, among: BitMap) -> str:
    """The known word that is nearest in sound and spelling and, among equally near ones, in most documents.

    Of a postcode, a year or a code nobody can say which other one was meant.
    """
    if len(word) < SHORTEST or any(map(str.isdigit, word)):
        return ""
    best = ""
    best_rank = None
    groups = {}
    for candidate in sorted(words_like(word, index)):
        [groups[candidate]] = index.synonyms.groups([candidate])
    find_all(index, terms_of_ways(groups.values()))
    for candidate, group in groups.items():
        documents = found_in_any_way(index, group) & among
        if not documents:
            continue
        rank = (errors_in(word, candidate), -len(documents))
        if best_rank is None or rank < best_rank:
            best = candidate
            best_rank = rank
    return best


def words_like(word: str, index: Index) -> set[str]:
    """The few known words that are nearest in spelling, and those that are nearest in sound."""
    errors = min(len(word) // LETTERS_PER_ERROR, MOST_ERRORS)
    lengths = (len(word) - errors, len(word) + errors)
    with_length = CorpusWord.objects.annotate(length=Length("word"))
    as_long = with_length.filter(length__range=lengths)
    words = {*as_long.values_list("word", flat=True), *index.synonyms.words}
    sounds = {known_word: sound(known_word) for known_word in words}
    # each as (what was compared, its distance, the key of a mapping or a place)
    spelled_so = process.extract(
        word,
        words,
        scorer=OSA.distance,
        score_cutoff=errors,
        limit=COMPARED,
    )
    sounding_so = process.extract(
        sound(word),
        sounds,
        scorer=OSA.distance,
        score_cutoff=errors // 2,
        limit=COMPARED,
    )
    near_in_spelling = {known_word for known_word, _, _ in spelled_so}
    near_in_sound = {known_word for _, _, known_word in sounding_so}
    return near_in_spelling | near_in_sound


def as_written(word: str, index: Index, among: BitMap) -> str:
    """A word with the accents that a text has on it."""
    numbers = found_by(index, whole(word)) & among
    documents = SearchDocument.objects.numbered(numbers[:COMPARED])
    for title, text in documents.values_list("title", "text"):
        whole_text = f"{title}\n{text}"
        for token in tokens(whole_text):
            if token.word == word:
                return whole_text[token.start : token.end].lower()
    return word


def with_words_replaced(text: str, words: Words, better: str) -> str:
    """The text with words that stand together replaced, wherever they do and however they were written.

    Words like "de" between them go with them: contour de twern is ContourdeTwern.
    """
    typed = [token for token in tokens(text) if not is_stop_word(token.word)]
    place = len(typed) - len(words)
    while place >= 0:
        replaced = typed[place : place + len(words)]
        if words_of(replaced) == words:
            start = replaced[0].start
            end = replaced[-1].end
            text = text[:start] + better + text[end:]
            place -= len(words)
        else:
            place -= 1
    return text
