"""What somebody typed, taken apart: words, phrases, exclusions, and words that mean the same."""

from search.groups import Group, Phrase
from search.question import MOST_WORDS, SearchQuestion, read_question
from search.synonyms import Synonyms

NONE = Synonyms([])


def read(text, *pairs):
    return read_question(text, Synonyms(pairs) if pairs else NONE)


def parts(text):
    """What is wanted, and what is not."""
    question = read(text)
    return question.wanted, question.unwanted


def groups(*words):
    return tuple(Group((word,)) for word in words)


def exactly(*words):
    """Words that are meant as they stand there: excluding one does not exclude compounds of it."""
    return tuple(Phrase((word,), (0,)) for word in words)


def test_loose_words():
    expected = {
        "taal werk": ["taal", "werk"],
        "  Taal,\tWERK!\n": ["taal", "werk"],
        "taal taal TAAL": ["taal"],
        "de bibliotheek en het huis": ["bibliotheek", "huis"],
        "e-mail": ["e-mail"],
        "thema’s": ["themas"],
        "café": ["cafe"],
        "taal & werk | (huis) !a:*": ["taal", "werk", "huis", "a"],
        "taal <-> werk": ["taal", "werk"],
        "taal OR werk": ["taal", "or", "werk"],
        "": [],
        "   ": [],
        "- -- ---": [],
        "😀 ' \" \\": [],
    }

    assert {text: parts(text) for text in expected} == {text: (groups(*words), ()) for text, words in expected.items()}


def test_words_between_quotes_stand_next_to_each_other():
    expected = {
        '"taal huis"': Phrase(("taal", "huis"), (0, 1)),
        "“taal huis”": Phrase(("taal", "huis"), (0, 1)),
        "„taal huis”": Phrase(("taal", "huis"), (0, 1)),
        "«taal huis»": Phrase(("taal", "huis"), (0, 1)),
        '"huis van de buurt"': Phrase(("huis", "buurt"), (0, 3)),
        '"het huis van de buurt"': Phrase(("huis", "buurt"), (0, 3)),
        '"taal, huis!"': Phrase(("taal", "huis"), (0, 1)),
    }

    assert {text: read(text).wanted for text in expected} == {text: (phrase,) for text, phrase in expected.items()}


def test_a_single_word_between_quotes_is_a_word():
    expected = {'"taal"': groups("taal"), '"de taal"': groups("taal"), '"taal': groups("taal"), '""': (), '"de"': ()}

    assert {text: read(text).wanted for text in expected} == expected


def test_a_minus_excludes():
    expected = {
        "taal -werk": (groups("taal"), exactly("werk")),
        "-werk": ((), exactly("werk")),
        "taal - werk": (groups("taal", "werk"), ()),
        "taal-werk": (groups("taal-werk"), ()),
        "taal --werk": (groups("taal"), exactly("werk")),
        "taal -de": (groups("taal"), ()),
        'taal -"de"': (groups("taal"), ()),
        '-"taal huis"': ((), (Phrase(("taal", "huis"), (0, 1)),)),
        "-café/bar": ((), exactly("cafe", "bar")),
    }

    assert {text: parts(text) for text in expected} == expected


def test_words_that_say_nothing_are_told_apart():
    has_some_and_says_nothing = {
        "de bibliotheek van het dorp": (True, False),
        "bibliotheek": (False, False),
        "de het een": (True, True),
        "de -werk": (True, False),
        "": (False, False),
        "😀": (False, False),
    }

    questions = {text: read(text) for text in has_some_and_says_nothing}

    found = {text: (question.has_function_words, question.says_nothing) for text, question in questions.items()}
    assert found == has_some_and_says_nothing


def test_only_the_first_words_count():
    text = " ".join(f"woord{number}" for number in range(40))

    question = read(f"{text} -{text.replace(' ', ' -')}")

    assert (len(question.wanted), len(question.unwanted)) == (MOST_WORDS, MOST_WORDS)
    assert question.too_many == groups(*(f"woord{number}" for number in range(MOST_WORDS, 40)))


def test_words_with_another_meaning_are_one_group():
    wmo = Group(("wmo",), (("wet", "maatschappelijke", "ondersteuning"),))
    ouderen = Group(("ouderen",), (("senioren",),))
    expected = {
        "wmo": (wmo,),
        "WMO": (wmo,),
        "wet maatschappelijke ondersteuning": (Group(("wet", "maatschappelijke", "ondersteuning"), (("wmo",),)),),
        "de wet": groups("wet"),
        "ouderen": (ouderen,),
        "senioren": groups("senioren"),
        "wmo ouderen": (wmo, ouderen),
    }
    pairs = [("Wmo", "Wet maatschappelijke ondersteuning", True), ("ouderen", "senioren", False)]

    assert {text: read(text, *pairs).wanted for text in expected} == expected


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
    assert read("") == SearchQuestion()
