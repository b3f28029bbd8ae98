"""Nearly equal texts are found without comparing all: none is missed that comparing all would find."""

import random
from itertools import pairwise

from rapidfuzz import fuzz

from curation.nearly_equal import NearlyEqual

WORDS = [
    "taalcafe",
    "bieb",
    "12",
    "ouderen",
    "lezen",
    "digitaal",
    "hoorn",
    "wandelen",
    "en",
    "praten",
    "geld",
    "maatje",
    "cafe",
]


def made_up(chosen):
    """Texts of one to six words, and of each what is left after up to three letters changed."""
    texts = ["", "a", "ab", "abc", "قراءة"]
    for _ in range(150):
        text = " ".join(chosen.choices(WORDS, k=chosen.randint(1, 6)))
        texts += [text, changed(text, chosen)]
    return dict(enumerate(texts))


def changed(text, chosen):
    letters = list(text)
    for _ in range(chosen.randint(0, 3)):
        place = chosen.randrange(len(letters))
        letters[place] = chosen.choice(["", "x", letters[place] * 2])
    return "".join(letters)


def test_none_is_missed():
    texts = made_up(random.Random(18))  # noqa: S311 the same texts every time
    index = NearlyEqual(texts, 95)

    alike = set()
    missed = []
    for key, text in texts.items():
        for other, score in [(other, fuzz.ratio(text, texts[other])) for other in texts]:
            if score >= 95 and key != other:
                alike.add((key, other))
                if other not in index.candidates(text):
                    missed.append((text, texts[other], score))
    assert (len(alike) > 100, missed) == (True, [])


def test_few_are_left_to_compare():
    texts = {}
    for number, (word, other) in enumerate(pairwise(WORDS)):
        texts[number] = f"{word} {other} {number}"

    assert NearlyEqual(texts, 95).candidates("taalcafe bieb 0") == {0}
