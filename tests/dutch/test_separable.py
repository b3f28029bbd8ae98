"""Verbs that somebody wrote in two parts."""

from dutch.separable import SplitVerb, split_verbs


def infinitives_in(text):
    return [verb.infinitive for verb in split_verbs(text.split())]


def test_a_verb_in_two_parts_is_known_with_its_parts():
    [verb] = split_verbs(["ik", "kom", "niet", "rond", "deze", "maand"])

    assert verb == SplitVerb("kom", "rond", "rondkomen")


def test_verbs_are_known_in_every_form_and_with_words_between():
    expected = {
        "wie doet er mee": ["meedoen"],
        "hoe vul ik dit formulier in": ["invullen"],
        "iemand haalt mijn moeder op": ["ophalen"],
        "welke bibliotheken werken samen met het uwv": ["samenwerken"],
        "ik doe mee en vul het in": ["meedoen", "invullen"],
    }

    assert {text: infinitives_in(text) for text in expected} == expected


def test_what_is_no_verb_or_stands_before_something_else_is_left_alone():
    texts = [
        "vul in de bibliotheek een formulier",  # before what it belongs to
        "samen werken aan de wijk",  # before the verb
        "wat doen bibliotheken rond eenzaamheid",  # no such verb
        "kom met al je vragen over geld en schulden rond",  # too far
        "samen met de gemeente",
        "mee",
        "",
    ]

    assert [text for text in texts if infinitives_in(text)] == []
