"""Finding the weights of ``compounds.py`` again, from words of which somebody wrote down the parts.

The weights are those of a logistic regression: it learns from splits that are right and from splits that are wrong.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from dutch.compounds import WEIGHTS, Weights, properties, score_of, splits
from dutch.equations import solution
from dutch.lexicon import fold, lexicon

ROUNDS = 6  # after each, the likeliest split of every other word is taken anew
STEPS = 8  # of Newton's method, which is there by then
RIDGE = 1.0  # keeps weights small that hardly any word has a say in
SHARE_OF_OTHERS = (
    0.045  # of the words that are no compounds, which may be split all the same
)
FURTHEST_SCORE = 30.0  # over or under zero: beyond it a chance is certain, and its power too large to compute
LETTERS_OF_PART = 3  # by which a part is recognised, whatever its ending

Row = tuple[float, ...]  # a number for each of the weights, in their order


class Compound(NamedTuple):
    """A word, and the words that it was made of."""

    word: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """One split to learn from."""

    # its properties
    row: Row
    # 1 where it is right, 0 where it is wrong
    label: float
    # how much it counts beside the others
    say: float


def in_first_half(word: str) -> bool:
    """Tell whether a word is one to fit with; the other half is to judge by."""
    first_byte = blake2b(word.encode()).digest()[0]
    return first_byte % 2 == 0


def fit(
    compounds: Sequence[Compound],
    others: Sequence[str],
) -> Weights:
    """Return weights by which compounds are split and others are not; one in twenty-two of those may be."""
    right = []
    for compound in compounds:
        split = right_split(compound)
        if split:
            right.append(split)
    # of each other word all splits; a word that has none cannot be split wrongly
    rows_of_others = [rows for rows in map(rows_of, others) if rows]
    weights: Row = tuple(WEIGHTS)
    for _ in range(ROUNDS):
        wrong = [likeliest(rows, weights) for rows in rows_of_others]
        weights = regression(right, wrong)
    rounded = Weights(*[round(weight, 1) for weight in weights])
    may_be_split = round(SHARE_OF_OTHERS * len(others))
    threshold = score_passed_by(may_be_split, rows_of_others, rounded)
    always = round(rounded.always - threshold, 2)
    return rounded._replace(always=always)


def score_passed_by(
    number: int,
    rows_of_words: Sequence[Sequence[Row]],
    weights: Row,
) -> float:
    """Return the score that so many of these words go over with their likeliest split."""
    if not rows_of_words:
        return 0.0
    scores = []
    for rows in rows_of_words:
        row = likeliest(rows, weights)
        scores.append(score_of(row, weights))
    scores.sort(reverse=True)
    lowest = len(scores) - 1
    return scores[min(number, lowest)]


def likeliest(rows: Sequence[Row], weights: Row) -> Row:
    """Return the split with the highest score, the first of several."""
    return max(rows, key=lambda row: score_of(row, weights))


def share_split(
    weights: Weights,
    words: Sequence[str],
) -> float:
    """Return which part of these words would be split, from 0 to 1."""
    if not words:
        return 0.0
    number = 0
    for word in words:
        if any(score_of(row, weights) > 0 for row in rows_of(word)):
            number += 1
    return number / len(words)


def rows_of(word: str) -> list[Row]:
    """Return the properties of every split that a word can have."""
    known = lexicon()
    folded = fold(word)
    return [properties(folded, split, known) for split in splits(folded, known)]


def right_split(compound: Compound) -> Row | None:
    """Return the properties of the split whose last half begins where one of the parts does.

    Of several the likeliest one is taken; None where there is no such split.
    """
    known = lexicon()
    folded = fold(compound.word)
    beginnings = set()
    for part in compound.parts[1:]:
        beginnings.add(beginning_of(fold(part)))
    rows = []
    for split in splits(folded, known):
        if beginning_of(split.last) in beginnings:
            rows.append(properties(folded, split, known))
    if not rows:
        return None
    return likeliest(rows, WEIGHTS)


def beginning_of(part: str) -> str:
    """Return the first letters of a part, which are the same in each of its forms."""
    return part[:LETTERS_OF_PART]


def regression(
    right: Sequence[Row],
    wrong: Sequence[Row],
) -> Row:
    """Return the weights of a logistic regression, with as much say for what is right as for what is wrong."""
    say_of_wrong = len(right) / max(len(wrong), 1)
    examples = []
    for row in right:
        examples.append(Example(row, label=1.0, say=1.0))
    for row in wrong:
        examples.append(Example(row, label=0.0, say=say_of_wrong))
    weights: Row = (0.0,) * len(WEIGHTS)
    for _ in range(STEPS):
        steps = newton_step(examples, weights)
        moved = []
        for weight, step in zip(weights, steps, strict=True):
            moved.append(weight + step)
        weights = tuple(moved)
    return weights


def newton_step(
    examples: Sequence[Example],
    weights: Row,
) -> Row:
    """Return what to add to each weight, by which the examples become as likely as they can be.

    The gradient holds the first derivatives of how likely they are, the Hessian matrix the second ones.
    """
    size = range(len(weights))
    gradient = [-RIDGE * weight for weight in weights]
    hessian = [[0.0 for _ in size] for _ in size]
    for place in size:
        hessian[place][place] = RIDGE
    for example in examples:
        chance = chance_of(score_of(example.row, weights))
        error = example.say * (example.label - chance)
        doubt = example.say * chance * (1 - chance)
        for place, value in enumerate(example.row):
            gradient[place] += error * value
            for other_place, other_value in enumerate(example.row):
                hessian[place][other_place] += doubt * value * other_value
    return solution(hessian, gradient)


def chance_of(score: float) -> float:
    """Return the chance, from 0 to 1, that a split with this score is right."""
    if score > FURTHEST_SCORE:
        score = FURTHEST_SCORE
    if score < -FURTHEST_SCORE:
        score = -FURTHEST_SCORE
    return 1 / (1 + math.exp(-score))
