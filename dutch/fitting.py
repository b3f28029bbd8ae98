"""Finding the weights of ``compounds.py`` again, from words of which somebody wrote down the parts."""

import math
from collections.abc import Callable, Sequence
from hashlib import blake2b

from dutch.compounds import WEIGHTS, Weights, properties, splits
from dutch.lexicon import fold, lexicon

ROUNDS = 6  # after each, the likeliest split of every other word is taken anew
STEPS = 8  # of Newton's method, which is there by then
RIDGE = 1.0  # keeps weights small that hardly any word has a say in
SPLIT_OF_OTHERS = 0.045

Row = tuple[float, ...]
Compound = tuple[str, tuple[str, ...]]


def in_first_half(word: str) -> bool:
    """Tell whether a word is one to fit with; the other half is to judge by."""
    return blake2b(word.encode()).digest()[0] % 2 == 0


def fit(compounds: Sequence[Compound], others: Sequence[str]) -> Weights:
    """Return weights by which compounds are split and others are not; one in twenty-two of those may be."""
    right = [row for word, parts in compounds for row in _right_splits(word, parts)]
    candidates = [rows for rows in map(_rows, others) if rows]
    weights: Row = tuple(WEIGHTS)
    for _ in range(ROUNDS):
        wrong = [max(rows, key=_scored_by(weights)) for rows in candidates]
        weights = _regression(right, wrong)
    rounded = Weights(*(round(weight, 1) for weight in weights))
    least = _least(rounded, candidates, len(others))
    return rounded._replace(always=round(rounded.always - least, 2))


def _least(weights: Weights, candidates: Sequence[Sequence[Row]], number: int) -> float:
    """Return the score that as many other words go over as may be split."""
    best = sorted(
        (max(map(_scored_by(tuple(weights)), rows)) for rows in candidates),
        reverse=True,
    )
    return best[min(round(SPLIT_OF_OTHERS * number), len(best) - 1)] if best else 0.0


def share_split(weights: Weights, words: Sequence[str]) -> float:
    """Return which part of these words would be split."""
    scored = _scored_by(tuple(weights))
    cut = [word for word in words if any(scored(row) > 0 for row in _rows(word))]
    return len(cut) / max(len(words), 1)


def _rows(word: str) -> list[Row]:
    known, folded = lexicon(), fold(word)
    return [tuple(properties(folded, *split, known)) for split in splits(folded, known)]


def _right_splits(word: str, parts: tuple[str, ...]) -> list[Row]:
    """Return the split whose last half begins where one of the parts does; none where there is no such split."""
    known, folded = lexicon(), fold(word)
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


def _regression(right: Sequence[Row], wrong: Sequence[Row]) -> Row:
    """Return the weights of a logistic regression, with as much say for what is right as for what is wrong."""
    size = len(WEIGHTS)
    weights: Row = (0.0,) * size
    labelled = [(row, 1.0, 1.0) for row in right] + [
        (row, 0.0, len(right) / max(len(wrong), 1)) for row in wrong
    ]
    for _ in range(STEPS):
        slope = [-RIDGE * weight for weight in weights]
        bend = [
            [RIDGE * (row == column) for column in range(size)] for row in range(size)
        ]
        for row, label, say in labelled:
            chance = 1 / (
                1 + math.exp(-max(min(_scored_by(weights)(row), 30.0), -30.0))
            )
            for one, value in enumerate(row):
                slope[one] += say * (label - chance) * value
                for other, other_value in enumerate(row):
                    bend[one][other] += (
                        say * chance * (1 - chance) * value * other_value
                    )
        weights = tuple(
            weight + step
            for weight, step in zip(weights, _solved(bend, slope), strict=True)
        )
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of linear equations, by Gauss's elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        best = max(range(place, len(rows)), key=lambda number: abs(rows[number][place]))
        rows[place], rows[best] = rows[best], rows[place]
        pivot = rows[place]
        rows[place] = [value / pivot[place] for value in pivot]
        for number, row in enumerate(rows):
            if number != place:
                rows[number] = [
                    value - row[place] * taken
                    for value, taken in zip(row, rows[place], strict=True)
                ]
    return [row[-1] for row in rows]
