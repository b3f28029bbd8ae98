"""Finding the weights of ``compounds.py`` again, from words of which somebody wrote down the parts."""

import math
from collections.abc import Callable, Sequence
from hashlib import blake2b
from operator import add

from dutch.compounds import WEIGHTS, Weights, properties, splits
from dutch.lexicon import fold, lexicon

ROUNDS = 6  # after each, the likeliest split of every other word is taken anew
STEPS = 8  # of Newton's method, which is there by then
RIDGE = 1.0  # keeps weights small that hardly any word has a say in
SPLIT_OF_OTHERS = 0.045

MOST = 30.0  # of a score either way: beyond it a chance is certain, and its power too large to compute

Row = tuple[float, ...]
Compound = tuple[str, tuple[str, ...]]


def in_first_half(word: str) -> bool:
    """Tell whether a word is one to fit with; the other half is to judge by."""
    return blake2b(word.encode()).digest()[0] % 2 == 0


def fit(
    compounds: Sequence[Compound],
    others: Sequence[str],
) -> Weights:
    """Return weights by which compounds are split and others are not; one in twenty-two of those may be."""
    right = []
    for word, parts in compounds:
        right += _right_splits(word, parts)
    candidates = [rows for rows in map(_rows, others) if rows]
    weights: Row = tuple(WEIGHTS)
    for _ in range(ROUNDS):
        wrong = [max(rows, key=_scored_by(weights)) for rows in candidates]
        weights = _regression(right, wrong)
    rounded = Weights(*(round(weight, 1) for weight in weights))
    least = _least(rounded, candidates, len(others))
    return rounded._replace(always=round(rounded.always - least, 2))


def _least(
    weights: Weights,
    candidates: Sequence[Sequence[Row]],
    number: int,
) -> float:
    """Return the score that as many other words go over as may be split."""
    if not candidates:
        return 0.0
    score = _scored_by(tuple(weights))
    highest_first = sorted((max(map(score, rows)) for rows in candidates), reverse=True)
    may_be_split = round(SPLIT_OF_OTHERS * number)
    return highest_first[min(may_be_split, len(highest_first) - 1)]


def share_split(
    weights: Weights,
    words: Sequence[str],
) -> float:
    """Return which part of these words would be split."""
    score = _scored_by(tuple(weights))
    split = 0
    for word in words:
        if any(score(row) > 0 for row in _rows(word)):
            split += 1
    return split / max(len(words), 1)


def _rows(word: str) -> list[Row]:
    known = lexicon()
    folded = fold(word)
    return [tuple(properties(folded, *split, known)) for split in splits(folded, known)]


def _right_splits(
    word: str,
    parts: tuple[str, ...],
) -> list[Row]:
    """Return the split whose last half begins where one of the parts does; none where there is no such split."""
    known = lexicon()
    folded = fold(word)
    beginnings = {fold(part)[:3] for part in parts[1:]}
    rows = []
    for first, link, last in splits(folded, known):
        if last[:3] in beginnings:
            rows.append(tuple(properties(folded, first, link, last, known)))
    return sorted(rows, key=_scored_by(tuple(WEIGHTS)))[-1:]


def _scored_by(weights: Row) -> Callable[[Row], float]:
    def score(row: Row) -> float:
        return sum(weight * value for weight, value in zip(weights, row, strict=True))

    return score


def _regression(
    right: Sequence[Row],
    wrong: Sequence[Row],
) -> Row:
    """Return the weights of a logistic regression, with as much say for what is right as for what is wrong."""
    say_of_wrong = len(right) / max(len(wrong), 1)
    labelled = [(row, 1.0, 1.0) for row in right]
    labelled += [(row, 0.0, say_of_wrong) for row in wrong]
    weights: Row = (0.0,) * len(WEIGHTS)
    for _ in range(STEPS):
        weights = tuple(map(add, weights, _newton_step(labelled, weights)))
    return weights


def _newton_step(
    labelled: Sequence[tuple[Row, float, float]],
    weights: Row,
) -> Row:
    """Return what to add to each weight; ``labelled`` are rows, whether they are right, and how much say they have."""
    score = _scored_by(weights)
    slope = [-RIDGE * weight for weight in weights]
    bend = [[0.0] * len(weights) for _ in weights]
    for place in range(len(weights)):
        bend[place][place] = RIDGE
    for row, label, say in labelled:
        chance = _chance_of(score(row))
        doubt = say * chance * (1 - chance)
        for one, value in enumerate(row):
            slope[one] += say * (label - chance) * value
            for other, other_value in enumerate(row):
                bend[one][other] += doubt * value * other_value
    return _solved(bend, slope)


def _chance_of(score: float) -> float:
    """Return the chance that a split with this score is right."""
    return 1 / (1 + math.exp(-max(min(score, MOST), -MOST)))


def _solved(
    matrix: list[list[float]],
    right: list[float],
) -> Row:
    """Return the solution of linear equations, by Gauss's elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        best = max(
            range(place, len(rows)),
            key=lambda number: abs(rows[number][place]),
        )
        rows[place], rows[best] = rows[best], rows[place]
        divisor = rows[place][place]
        pivot = [value / divisor for value in rows[place]]
        rows[place] = pivot
        for number, row in enumerate(rows):
            if number != place:
                rows[number] = _without(pivot, row[place], row)
    return tuple(row[-1] for row in rows)


def _without(
    pivot: list[float],
    times: float,
    row: list[float],
) -> list[float]:
    """Return a row from which another one was taken so many times."""
    return [value - times * taken for value, taken in zip(row, pivot, strict=True)]
