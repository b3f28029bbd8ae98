"""The rules of the kansenkaart, on every combination of need, policy and supply."""

from itertools import product

import pytest

from opportunities.chances import RULES, reason_for, rule_for
from opportunities.choices import Chance, Need, Policy, Supply

LETTERS = {
    "G": Chance.BIG,
    "K": Chance.CHANCE,
    "S": Chance.STRENGTH,
    "H": Chance.HIGH_NEED,
    "M": Chance.MEDIUM_NEED,
    "L": Chance.LOW_NEED,
    "N": Chance.NOT_NOW,
    "?": Chance.UNKNOWN,
}
POLICIES = (Policy.UNKNOWN, Policy.ABSENT, Policy.MENTIONED, Policy.PRIORITY)  # the order of the letters below

EXPECTED = {
    (Need.UNKNOWN, Supply.UNKNOWN): "????",
    (Need.UNKNOWN, Supply.NONE): "???K",
    (Need.UNKNOWN, Supply.LIMITED): "???K",
    (Need.UNKNOWN, Supply.AMPLE): "SSSS",
    (Need.LOW, Supply.UNKNOWN): "LNLL",
    (Need.LOW, Supply.NONE): "LNNK",
    (Need.LOW, Supply.LIMITED): "LNNK",
    (Need.LOW, Supply.AMPLE): "SSSS",
    (Need.MEDIUM, Supply.UNKNOWN): "MMMM",
    (Need.MEDIUM, Supply.NONE): "MNKK",
    (Need.MEDIUM, Supply.LIMITED): "MNKK",
    (Need.MEDIUM, Supply.AMPLE): "SSSS",
    (Need.HIGH, Supply.UNKNOWN): "HHHH",
    (Need.HIGH, Supply.NONE): "KKGG",
    (Need.HIGH, Supply.LIMITED): "KKGG",
    (Need.HIGH, Supply.AMPLE): "SSSS",
}
EVERY = list(product(Need, Policy, Supply))
PROMISING = (Chance.BIG, Chance.CHANCE, Chance.STRENGTH, Chance.HIGH_NEED)
ONLY_NEED = {  # what each of them can turn out to be; they promise nothing
    Chance.HIGH_NEED: {Chance.BIG, Chance.CHANCE, Chance.STRENGTH},
    Chance.MEDIUM_NEED: {Chance.CHANCE, Chance.STRENGTH, Chance.NOT_NOW},
    Chance.LOW_NEED: {Chance.CHANCE, Chance.STRENGTH, Chance.NOT_NOW},
    Chance.UNKNOWN: {Chance.BIG, Chance.CHANCE, Chance.STRENGTH, Chance.NOT_NOW},
}


def outcome(levels):
    return rule_for(*levels).chance


def known(kind):
    return [level for level in kind if level]


def could_be(levels):
    """What it can turn out to be once all three are known."""
    return {outcome(each) for each in product(*([level] if level else known(type(level)) for level in levels))}


def one_step_further(levels):
    """The same levels with one of the unknown ones known."""
    for place, level in enumerate(levels):
        if not level:
            for found in known(type(level)):
                yield (*levels[:place], found, *levels[place + 1 :])


def test_every_combination_has_its_outcome():
    expected = {
        (need, policy, supply): LETTERS[letter]
        for (need, supply), letters in EXPECTED.items()
        for policy, letter in zip(POLICIES, letters, strict=True)
    }

    assert {levels: outcome(levels) for levels in EVERY} == expected
    assert len(expected) == 64


def test_what_is_fully_known_says_more_than_the_need():
    only_need = [levels for levels in EVERY if all(levels) and outcome(levels) in ONLY_NEED]

    assert only_need == []


def test_a_known_need_is_always_told():
    silent = [levels for levels in EVERY if levels[0] and outcome(levels) == Chance.UNKNOWN]

    assert silent == []


def test_knowing_more_never_gives_less_than_not_knowing_promised():
    promised = [levels for levels in EVERY if outcome(levels) in PROMISING]
    smaller = []
    for levels in promised:
        for further in one_step_further(levels):
            if outcome(further).position > outcome(levels).position:
                smaller.append((levels, further))

    assert smaller == []


def test_not_now_without_knowing_all_can_only_turn_out_better():
    unsure = [levels for levels in EVERY if not all(levels) and outcome(levels) == Chance.NOT_NOW]

    assert [(levels, could_be(levels)) for levels in unsure] == [
        ((Need.LOW, Policy.ABSENT, Supply.UNKNOWN), {Chance.NOT_NOW, Chance.STRENGTH})
    ]


def test_what_says_only_the_need_can_turn_out_to_be_what_that_need_allows():
    found = {chance: set() for chance in ONLY_NEED}
    for levels in EVERY:
        if outcome(levels) in ONLY_NEED:
            found[outcome(levels)] |= could_be(levels)

    assert found == ONLY_NEED


def test_every_outcome_has_a_reason_or_a_next_step():
    asked = {levels: reason_for(*levels) for levels in EVERY if outcome(levels) in ONLY_NEED}
    expected = {}
    for need, policy, supply in asked:
        if not need:
            step = "Vraag wat inwoners nodig hebben"
        elif not policy:
            step = "Vraag wat de gemeente wil"
        else:
            step = "Kijk wat er al is"
        expected[need, policy, supply] = step

    assert [levels for levels in EVERY if not reason_for(*levels)] == []
    assert asked == expected


def test_every_rule_decides_somewhere():
    deciding = [rule_for(*levels) for levels in EVERY]

    assert [rule for rule in RULES if rule not in deciding] == []


def test_outcomes_have_the_words_of_the_page():
    assert [chance.label for chance in Chance] == [
        "Grote kans",
        "Kans",
        "Sterk punt",
        "Hoge behoefte",
        "Behoefte rond het midden",
        "Lage behoefte",
        "Nu geen prioriteit",
        "Nog geen cijfer",
    ]


@pytest.mark.parametrize(
    ("place", "conditions"),
    [
        (0, ["Hoog", "Genoemd of speerpunt", "Geen of beperkt"]),
        (2, ["Hoog", "maakt niet uit", "Geen of beperkt"]),
        (4, ["maakt niet uit", "maakt niet uit", "Ruim"]),
        (5, ["Laag", "Niet genoemd", "maakt niet uit"]),
        (8, ["Hoog", "maakt niet uit", "maakt niet uit"]),
    ],
)
def test_conditions_are_told_in_words(place, conditions):
    assert RULES[place].conditions == conditions
