"""Words for made-up texts, drawn about as often as words are in real ones: real Dutch words and lookalikes."""

import random
from itertools import accumulate

from simplemma.strategies.dictionaries.dictionary_factory import (
    DefaultDictionaryFactory,
)

STOP_WORDS = (
    "de het een en van in is op te dat die voor met zijn niet aan er om ook als bij maar door naar uit dan nog wel "
    "over tot wordt worden kan zonder heeft hebben deze dit zij ze hun"
)
STOP_SHARE = 0.35
SIZE = 20_000  # words beside the stop words, the n-th of them drawn 1/n as often as the first
MOST_COMMON = (
    "bibliotheek inwoners gemeente samen activiteiten deelnemers project "
    "begeleiding cursus omgeving aanbod wijk hulp"
)
# each in 33 to 43% of the entries
COMMON = ["kinderen", "ontmoeting", "vrijwilligers", "ouderen", "verhalen"]
RARE_PAIRS = [
    ("turfschip", "luisterboek"),
    ("vuurtoren", "breipatroon"),
    ("sterrenwacht", "knuffelbeer"),
    ("postduif", "wereldbol"),
    ("molensteen", "vlindertuin"),
    ("draaiorgel", "zonnewijzer"),
    ("schoolkrant", "moestuin"),
    ("ijsbreker", "weefgetouw"),
]
RARE_SHARE = 0.005  # of the entries, for each pair

FIRST = "b bl br d dr f fl g gr h j k kl kn kr l m n p pl pr r s sch sl sn sp st t tr v w z zw"
MIDDLE = "a aa e ee i ie o oe oo u uu ei ij ou ui eu"
LAST = "f g k kt l ld m n ng nk nt p r rd rk rs rt s st t"
ENDINGS = ["", "en", "er", "ing", "heid", "lijk", "je", "te"]


class Vocabulary:
    """Draws words from a seeded source of chance."""

    def __init__(self, chance):
        self.chance = chance
        stop_words, content = STOP_WORDS.split(), _content_words()
        shares = [1 / rank for rank in range(1, len(content) + 1)]
        scale = STOP_SHARE / (1 - STOP_SHARE) * sum(shares) / len(stop_words)
        self.words = stop_words + content
        self.upto = list(accumulate([scale] * len(stop_words) + shares))

    def draw(self, count):
        """So many words; rarely with one of the rare pairs among them."""
        words = self.chance.choices(self.words, cum_weights=self.upto, k=count)
        for pair in RARE_PAIRS:
            if self.chance.random() < RARE_SHARE:
                words[5], words[count // 2] = pair
        return words


def _content_words():
    chance = random.Random("woorden")  # noqa: S311 the same words every time
    first = MOST_COMMON.split() + COMMON
    known = {
        *STOP_WORDS.split(),
        *first,
        *(word for pair in RARE_PAIRS for word in pair),
    }
    rest = [word for word in _real_words(chance) if word not in known]
    rest += sorted({_lookalike(chance) for _ in range(SIZE)} - known - set(rest))
    chance.shuffle(rest)
    return (first + rest)[:SIZE]


def _real_words(chance):
    """Half of the words: from the list of simplemma, which the site needs for its own search."""
    words = DefaultDictionaryFactory().get_dictionary("nl")
    usable = sorted(
        word
        for word in words
        if word.isascii() and word.isalpha() and word.islower() and 4 < len(word) < 15
    )
    return chance.sample(usable, SIZE // 2)


def _lookalike(chance):
    """A word of two or three syllables that could be Dutch."""
    syllables = [
        _one_of(chance, FIRST) + _one_of(chance, MIDDLE)
        for _ in range(chance.choice([2, 2, 3]))
    ]
    return "".join(syllables) + _one_of(chance, LAST) + chance.choice(ENDINGS)


def _one_of(chance, letters):
    return chance.choice(letters.split())
