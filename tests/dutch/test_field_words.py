"""Words of the social domain: compounds are found by their parts, and words are no family that only look like it."""

import csv
from pathlib import Path

from dutch.analysis import analyse
from dutch.kin import joined_lemmas
from tests.dutch.test_analysis import finds, pairs

FIELD_WORDS = Path(__file__).with_name("field_words.csv")
NO_KIN = """
    overheid over, over overheid, letter geletterdheid, geletterdheid letter, kwaal kwaliteit, kwaliteit kwaal,
    veiling veilig, veilig veiling, nieuws nieuw, minister mini, raadsel raad, mark markt, openbaar open,
    markten mark, weekenden week, val vals, vals val, rot rots, rots rot, vers verversen, verversing vers,
    verzenden vers, aanvaarden aanvaring, geel vergelen, slepen slijpen
"""
KIN = """
    eenzaamheid eenzaam, gezond gezondheid, veiligheid veilig, leden lid, lid leden, namen naam, woning wonen,
    opleiding opleiden, informatie informeren, armoede armoede, geletterdheid geletterd,
    aanmelden aanmelding, vermelden vermelding, verantwoorden verantwoording, aanvaarden aanvaarding, markten markt,
    verzenden verzending, afscheiden afscheiding, vals valse, rots rotsen, vers verse
"""


def test_compounds_of_the_field_are_found_by_each_of_their_parts():
    with FIELD_WORDS.open(encoding="utf-8", newline="") as file:
        rows = [(row["word"], row["parts"].split()) for row in csv.DictReader(file)]

    assert len(rows) >= 150
    assert [(word, part) for word, parts in rows for part in parts if not finds(part, word)] == []


def test_words_that_only_look_alike_do_not_find_each_other():
    assert [pair for pair in pairs(NO_KIN) if finds(*pair)] == []


def test_words_that_were_made_of_each_other_find_each_other():
    assert [pair for pair in pairs(KIN) if not finds(*pair)] == []


def test_lemmas_that_come_together_without_being_family_are_named():
    assert analyse("steeg").whole[0] == analyse("stijgen").whole[0]
    assert joined_lemmas(["stegen", "stijgt", "huizen", "wonen", "woning"]) == {"stijgen": ["steeg", "stijgen"]}
