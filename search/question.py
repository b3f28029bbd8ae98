"""What somebody typed → which words, phrases and exclusions that are; and those as terms for the database."""

import re
from dataclasses import dataclass
from itertools import chain

from dutch.analysis import analyse, is_question_word, is_stop_word, spellings, tokens

from .documents.draft import ANYWHERE, AS_WRITTEN, IN_SUMMARY

NEAR = (1, 2, 3)  # how many places after the word before it a word may stand; between them are words like "en"
NEAR_PARTS = (0, 1, 2, 3, 4)  # the same for parts of one compound, in either order
OWN, OTHER = 1, 0.5  # what a word weighs that is written so, and what another way to say it does
MOST_WORDS = 12  # what comes after says little more, and each word costs a look-up
PIECES = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
QUOTES = str.maketrans("“”„‟«»", '""""""')


@dataclass(frozen=True)
class Group:
    """Words that have to be found together.

    ``written`` are other ways to write them, ``alternatives`` other words that mean the same.
    """

    words: tuple
    alternatives: tuple = ()
    written: tuple = ()

    @property
    def share(self):
        """What the group tells, in words."""
        return len(self.words)

    def terms(self, mark=ANYWHERE):
        """The group as search terms; with a mark only where that mark says."""
        return any_way(terms for terms, _ in self.ways(mark))

    def ways(self, mark=ANYWHERE):
        """Search terms with what each weighs, a part of what the words themselves do."""
        own = any_way(_all_of(words, mark) for words in (self.words, *self.written))
        if not self.alternatives:
            return [(own, OWN)]
        others = []
        for words in self.alternatives:
            others.append(_all_of(words, mark) if mark else _near(words))
        return [(own, OWN), (any_way(others), OTHER)]

    @property
    def label(self):
        """The words as they were typed."""
        return " ".join(self.words)


def single(word):
    """A word by itself."""
    return Group((word,))


@dataclass(frozen=True)
class Part:
    """One part of a compound that itself is in no text: what has it may be about the same."""

    word: str
    number: int
    share = 0.5  # of what a word would weigh that is found whole

    @classmethod
    def all_of(cls, word):
        """The parts of a word; none where it is no compound."""
        return [cls(word, number) for number in range(len(analyse(word).parts))]

    @property
    def words(self):
        """The word that it is a part of."""
        return (self.word,)

    def terms(self, mark=ANYWHERE):
        """The part as search terms; with a mark only where that mark says."""
        return _any_of(analyse(self.word).parts[self.number], mark)

    def ways(self, mark=ANYWHERE):
        """Search terms with what each weighs."""
        return [(self.terms(mark), OWN)]

    @property
    def label(self):
        """The word as it was typed."""
        return self.word


@dataclass(frozen=True)
class Phrase:
    """Words that have to stand next to each other in this order, in whatever form."""

    words: tuple
    steps: tuple  # how many places after the word before it each stands
    share = 1

    def terms(self, mark=ANYWHERE):
        """The phrase as search terms; a narrower place knows no order, and asks for all the words."""
        if mark:
            return _all_of(self.words, mark)
        found = whole(self.words[0])
        for word, step in zip(self.words[1:], self.steps[1:], strict=True):
            found += f" <{step}> {whole(word)}"
        return found

    def ways(self, mark=ANYWHERE):
        """Search terms with what each weighs."""
        return [(self.terms(mark), OWN)]

    @property
    def label(self):
        """The phrase as it was typed."""
        return f"“{' '.join(self.words)}”"


@dataclass(frozen=True)
class Question:
    """What is searched for: every one of ``wanted`` has to be found, none of ``unwanted`` may be."""

    wanted: tuple = ()
    unwanted: tuple = ()
    has_function_words: bool = False  # words that say nothing, like "de", and that are left out
    too_many: tuple = ()  # what came after the most that we look for
    text: str = ""  # what was asked for as it was typed, without exclusions

    @property
    def says_nothing(self):
        """Whether only words were typed that stand in every text."""
        return self.has_function_words and not self.wanted and not self.unwanted

    @property
    def words(self):
        """Every word that is searched for."""
        return [word for each in self.wanted for word in each.words]

    @property
    def terms_to_mark(self):
        """All terms by which a word in a text is one that was searched for."""
        words = self.words
        for each in self.wanted:
            if isinstance(each, Group):
                words.extend(chain(*each.alternatives, *each.written))
        found = set()
        for word in words:
            analysis = analyse(word)
            found.update(analysis.whole, *analysis.parts)
        return frozenset(found)


def read_question(text, synonyms):
    """Read what was typed: words, "phrases" and -exclusions; whatever else is in it counts as space."""
    wanted, unwanted, loose, skipped, asked = [], [], [], [], []
    for piece in PIECES.finditer(text.translate(QUOTES)):
        words = [token.word for token in tokens(piece["phrase"] or piece["word"] or "")]
        telling = [word for word in words if not is_stop_word(word)]
        asked += [] if piece["minus"] else [piece["phrase"] or piece["word"] or ""]
        if piece["minus"]:
            unwanted += [_phrase(words)] if piece["phrase"] and telling else [_phrase([word]) for word in telling]
        elif piece["phrase"] and len(telling) > 1:
            wanted.append(_phrase(words))
        else:
            loose += telling
            skipped += [word for word in words if is_stop_word(word)]
    wanted += _telling(synonyms.groups(loose))
    wanted = tuple(dict.fromkeys(wanted))
    return Question(
        wanted[:MOST_WORDS], tuple(unwanted[:MOST_WORDS]), bool(skipped), wanted[MOST_WORDS:], " ".join(asked)
    )


def _telling(groups):
    """The groups without words that only ask, unless nothing would be left."""
    telling = [group for group in groups if not all(map(is_question_word, group.words))]
    return telling or groups


def _phrase(words):
    places = [place for place, word in enumerate(words) if not is_stop_word(word)]
    steps = [after - before for before, after in zip(places, places[1:], strict=False)]
    return Phrase(tuple(words[place] for place in places), (0, *steps))


def any_way(ways):
    """Search terms that are found by any of these; empty ones say nothing."""
    return " | ".join(f"({each})" for each in ways if each)


def _all_of(words, mark):
    return " & ".join(filter(None, (_word(word, mark) for word in words)))


def _near(words):
    """Words of another way to say it, close together in this order; a narrower place is short, and needs no such rule.

    Far apart in a long text they say something else.
    """
    if len(words) == 1:
        return _word(words[0], ANYWHERE)
    terms = whole(words[0])
    for word in words[1:]:
        terms = "(" + " | ".join(f"{terms} <{step}> {whole(word)}" for step in NEAR) + ")"
    return terms


def _word(word, mark):
    """A word: one of its own terms, or all parts of a compound, close together."""
    analysis = analyse(word)
    if not analysis.whole:
        return ""
    ways = [whole(word, mark)]
    if analysis.parts:
        ways.append(_parts_together(analysis.parts, mark))
    pieces = spellings(word)[1:]
    if len(pieces) > 1:
        ways.append(" & ".join(_any_of([AS_WRITTEN + piece], mark) for piece in pieces))
    return f"({any_way(ways)})"


def _parts_together(parts, mark):
    """All parts of a compound: each near the next one, or all in a narrower place, which is short."""
    if mark:
        return " & ".join(_any_of(part, mark) for part in parts)
    pairs = [_close(_any_of(one), _any_of(other)) for one, other in zip(parts, parts[1:], strict=False)]
    in_summary = " & ".join(_any_of(part, IN_SUMMARY) for part in parts)
    return any_way([" & ".join(pairs), in_summary])


def _close(one, other):
    after = [f"{one} <{step}> {other}" for step in NEAR_PARTS]
    before = [f"{other} <{step}> {one}" for step in NEAR_PARTS[1:]]
    return f"({any_way(after + before)})"


def whole(word, mark=ANYWHERE):
    """A word as search terms: itself or a name that is written so, not its parts."""
    joined = spellings(word)[0]
    return _any_of([*analyse(word).whole, AS_WRITTEN + joined], mark)


def _any_of(terms, mark=ANYWHERE):
    return "(" + " | ".join(f"'{mark}{term}'" for term in terms) + ")"
