"""The rules of the kansenkaart, on every combination of need, policy and supply."""

from itertools import product

import pytest

from opportunities.chances import NOT_KNOWN, RULES, rule_for
from opportunities.choices import Chance, Need, Policy, Supply

LETTERS = {"G": Chance.BIG, "K": Chance.CHANCE, "S": Chance.STRENGTH, "N": Chance.NOT_NOW, "?": Chance.UNKNOWN}
POLICIES = (Policy.UNKNOWN, Policy.ABSENT, Policy.MENTIONED, Policy.PRIORITY)  # the order of the letters below

EXPECTED = {
    (Need.UNKNOWN, Supply.UNKNOWN): "????",
    (Need.UNKNOWN, Supply.NONE): "???K",
    (Need.UNKNOWN, Supply.LIMITED): "???K",
    (Need.UNKNOWN, Supply.AMPLE): "SSSS",
    (Need.LOW, Supply.UNKNOWN): "?N??",
    (Need.LOW, Supply.NONE): "?NNK",
    (Need.LOW, Supply.LIMITED): "?NNK",
    (Need.LOW, Supply.AMPLE): "SSSS",
    (Need.MEDIUM, Supply.UNKNOWN): "????",
    (Need.MEDIUM, Supply.NONE): "?NKK",
    (Need.MEDIUM, Supply.LIMITED): "?NKK",
    (Need.MEDIUM, Supply.AMPLE): "SSSS",
    (Need.HIGH, Supply.UNKNOWN): "????",
    (Need.HIGH, Supply.NONE): "KKGG",
    (Need.HIGH, Supply.LIMITED): "KKGG",
    (Need.HIGH, Supply.AMPLE): "SSSS",
}
EVERY = list(product(Need, Policy, Supply))
UNLIKE = {  # with something unknown, where the outcome is promised to be at least as good and not the same
    (Need.HIGH, Policy.UNKNOWN, Supply.NONE): {Chance.CHANCE, Chance.BIG},
    (Need.HIGH, Policy.UNKNOWN, Supply.LIMITED): {Chance.CHANCE, Chance.BIG},
    (Need.UNKNOWN, Policy.PRIORITY, Supply.NONE): {Chance.CHANCE, Chance.BIG},
    (Need.UNKNOWN, Policy.PRIORITY, Supply.LIMITED): {Chance.CHANCE, Chance.BIG},
    (Need.LOW, Policy.ABSENT, Supply.UNKNOWN): {Chance.NOT_NOW, Chance.STRENGTH},
}


def outcome(levels):
    return rule_for(*levels).chance


def known(kind):
    return [level for level in kind if level]


def could_be(levels):
    """What it can turn out to be once all three are known."""
    return {outcome(each) for each in product(*([level] if level else known(type(level)) for level in levels))}


def test_every_combination_has_its_outcome():
    expected = {
        (need, policy, supply): LETTERS[letter]
        for (need, supply), letters in EXPECTED.items()
        for policy, letter in zip(POLICIES, letters, strict=True)
    }

    assert {levels: outcome(levels) for levels in EVERY} == expected
    assert len(expected) == 64


def test_what_is_fully_known_has_an_outcome():
    unknown = [levels for levels in EVERY if all(levels) and outcome(levels) == Chance.UNKNOWN]

    assert unknown == []


def test_not_knowing_never_gives_more_than_the_worst_that_knowing_could_give():
    too_good = [
        levels for levels in EVERY if outcome(levels).position < max(each.position for each in could_be(levels))
    ]

    assert too_good == []


def test_an_outcome_without_knowing_all_is_what_it_turns_out_to_be_but_for_five():
    """Much need is at least a chance whatever the policy, a priority whatever the need.

    *Nu geen prioriteit* does not ask for supply.
    """
    said = [levels for levels in EVERY if not all(levels) and outcome(levels) != Chance.UNKNOWN]

    assert {levels: could_be(levels) for levels in said if could_be(levels) != {outcome(levels)}} == UNLIKE


def test_what_no_rule_matches_has_no_reason():
    assert rule_for(Need.UNKNOWN, Policy.UNKNOWN, Supply.UNKNOWN) == NOT_KNOWN
    assert NOT_KNOWN.why == ""


def test_every_rule_decides_somewhere():
    deciding = [rule_for(*levels) for levels in EVERY]

    assert [rule for rule in RULES if rule not in deciding] == []


def test_rules_go_from_the_largest_chance_to_the_least():
    assert list(dict.fromkeys(rule.chance for rule in RULES)) == [
        Chance.BIG,
        Chance.CHANCE,
        Chance.STRENGTH,
        Chance.NOT_NOW,
    ]
    assert [rule.chance.position for rule in RULES] == sorted(rule.chance.position for rule in RULES)


def test_outcomes_have_the_words_of_the_page():
    assert [chance.label for chance in Chance] == [
        "Grote kans",
        "Kans",
        "Sterk punt",
        "Nu geen prioriteit",
        "Nog niet bekend: vul aan",
    ]


@pytest.mark.parametrize(
    ("place", "conditions"),
    [
        (0, ["Hoog", "Genoemd of speerpunt", "Geen of beperkt"]),
        (2, ["Hoog", "maakt niet uit", "Geen of beperkt"]),
        (4, ["maakt niet uit", "maakt niet uit", "Ruim"]),
        (5, ["Laag", "Niet genoemd", "maakt niet uit"]),
    ],
)
def test_conditions_are_told_in_words(place, conditions):
    assert RULES[place].conditions == conditions
