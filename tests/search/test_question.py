"""What somebody typed, taken apart: words, phrases, exclusions, and words that mean the same."""

import pytest

from bieb_netwerk.search.question import MOST_WORDS, Group, Phrase, Question, read_question
from bieb_netwerk.search.synonyms import Synonyms

NONE = Synonyms([])


def read(text, *pairs):
    return read_question(text, Synonyms(pairs) if pairs else NONE)


def groups(*words):
    return tuple(Group((word,)) for word in words)


def exactly(*words):
    """Words that are meant as they stand there: excluding one does not exclude compounds of it."""
    return tuple(Phrase((word,), (0,)) for word in words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("taal werk", ["taal", "werk"]),
        ("  Taal,\tWERK!\n", ["taal", "werk"]),
        ("taal taal TAAL", ["taal"]),
        ("de bibliotheek en het huis", ["bibliotheek", "huis"]),
        ("e-mail", ["e-mail"]),
        ("thema’s", ["themas"]),
        ("café", ["cafe"]),
        ("taal & werk | (huis) !a:*", ["taal", "werk", "huis", "a"]),
        ("taal <-> werk", ["taal", "werk"]),
        ("taal OR werk", ["taal", "or", "werk"]),
        ("", []),
        ("   ", []),
        ("- -- ---", []),
        ("😀 ' \" \\", []),
    ],
)
def test_loose_words(text, words):
    assert read(text).wanted == groups(*words)
    assert read(text).unwanted == ()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ('"taal huis"', Phrase(("taal", "huis"), (0, 1))),
        ("“taal huis”", Phrase(("taal", "huis"), (0, 1))),
        ("„taal huis”", Phrase(("taal", "huis"), (0, 1))),
        ("«taal huis»", Phrase(("taal", "huis"), (0, 1))),
        ('"huis van de buurt"', Phrase(("huis", "buurt"), (0, 3))),
        ('"het huis van de buurt"', Phrase(("huis", "buurt"), (0, 3))),
        ('"taal, huis!"', Phrase(("taal", "huis"), (0, 1))),
    ],
)
def test_words_between_quotes_stand_next_to_each_other(text, phrase):
    assert read(text).wanted == (phrase,)


@pytest.mark.parametrize(
    ("text", "words"), [('"taal"', ["taal"]), ('"de taal"', ["taal"]), ('"taal', ["taal"]), ('""', []), ('"de"', [])]
)
def test_a_single_word_between_quotes_is_a_word(text, words):
    assert read(text).wanted == groups(*words)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("taal -werk", groups("taal"), exactly("werk")),
        ("-werk", (), exactly("werk")),
        ("taal - werk", groups("taal", "werk"), ()),
        ("taal-werk", groups("taal-werk"), ()),
        ("taal --werk", groups("taal"), exactly("werk")),
        ("taal -de", groups("taal"), ()),
        ('taal -"de"', groups("taal"), ()),
        ('-"taal huis"', (), (Phrase(("taal", "huis"), (0, 1)),)),
        ("-café/bar", (), exactly("cafe", "bar")),
    ],
)
def test_a_minus_excludes(text, wanted, unwanted):
    question = read(text)

    assert (question.wanted, question.unwanted) == (wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "has_some", "says_nothing"),
    [
        ("de bibliotheek van het dorp", True, False),
        ("bibliotheek", False, False),
        ("de het een", True, True),
        ("de -werk", True, False),
        ("", False, False),
        ("😀", False, False),
    ],
)
def test_words_that_say_nothing_are_told_apart(text, has_some, says_nothing):
    question = read(text)

    assert (question.has_function_words, question.says_nothing) == (has_some, says_nothing)


def test_only_the_first_words_count():
    text = " ".join(f"woord{number}" for number in range(40))

    question = read(f"{text} -{text.replace(' ', ' -')}")

    assert (len(question.wanted), len(question.unwanted)) == (MOST_WORDS, MOST_WORDS)
    assert question.too_many == groups(*(f"woord{number}" for number in range(MOST_WORDS, 40)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wmo", [Group(("wmo",), (("wet", "maatschappelijke", "ondersteuning"),))]),
        ("WMO", [Group(("wmo",), (("wet", "maatschappelijke", "ondersteuning"),))]),
        ("wet maatschappelijke ondersteuning", [Group(("wet", "maatschappelijke", "ondersteuning"), (("wmo",),))]),
        ("de wet", list(groups("wet"))),
        ("ouderen", [Group(("ouderen",), (("senioren",),))]),
        ("senioren", list(groups("senioren"))),
        ("wmo ouderen", [*read("wmo", ("wmo", "wet maatschappelijke ondersteuning", True)).wanted,
                         Group(("ouderen",), (("senioren",),))]),
    ],
)  # fmt: skip
def test_words_with_another_meaning_are_one_group(text, expected):
    question = read(text, ("Wmo", "Wet maatschappelijke ondersteuning", True), ("ouderen", "senioren", False))

    assert list(question.wanted) == expected


def test_every_form_of_a_word_has_its_synonyms():
    question = read("bibliotheek", ("bibliotheken", "biebs", False))

    assert question.wanted == (Group(("bibliotheek",), (("biebs",),)),)


def test_the_longest_synonym_comes_first():
    pairs = [("sociaal domein", "a", False), ("sociaal", "b", False)]

    assert read("sociaal domein", *pairs).wanted == (Group(("sociaal", "domein"), (("a",),)),)


def test_a_word_with_two_meanings_has_both():
    question = read("bieb", ("bieb", "bibliotheek", True), ("bieb", "leeszaal", True))

    assert question.wanted == (Group(("bieb",), (("bibliotheek",), ("leeszaal",))),)


def test_all_words_that_were_typed_are_told():
    assert read('werk "taal huis" -weg').words == ["taal", "huis", "werk"]


def test_marks_are_put_on_words_and_their_synonyms_and_not_on_what_is_excluded():
    question = read("wmo -weg", ("wmo", "ondersteuning", True))

    assert {"wmo", "weg"} & set(question.terms_to_mark) == {"wmo"}
    assert set(read("ondersteuning").terms_to_mark) <= set(question.terms_to_mark)


def test_nothing_typed_is_no_question():
    assert read("") == Question()
