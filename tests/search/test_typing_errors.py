"""Words with a typing error: what was meant, and when that is shown unasked."""

import pytest

from initiatives.filters import InitiativeFilter
from search.models import Synonym
from tests.factories import InitiativeFactory
from tests.search.conftest import asked, found_titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def titles(text):
    return found_titles(text, filter_class=InitiativeFilter)


def test_a_typing_error_is_recognised():
    InitiativeFactory(title="Eenzaamheid", summary="Met koffie.")
    expected = {
        "eenzaamhied": "eenzaamheid",
        "Eenzaamhied koffie": "eenzaamheid koffie",
        "eenzaamheid": "",
        "xyzxyzxyz": "",
        "kofie": "koffie",
    }

    assert {text: asked(text, InitiativeFilter).correction for text in expected} == expected


def test_a_word_that_nobody_knows_is_replaced_and_one_of_the_dictionary_never():
    InitiativeFactory(title="Met Philadelphia")
    InitiativeFactory(title="Anderen helpen")
    InitiativeFactory(title="Cliëntenraden in Hoorn")
    InitiativeFactory(title="Tegen cybercriminaliteit")
    InitiativeFactory(title="Bij ContourdeTwern")
    expected = {
        "filadelfia": (["Met Philadelphia"], "philadelphia"),
        "hoorn filadelfia": (["Cliëntenraden in Hoorn", "Met Philadelphia"], "hoorn philadelphia"),
        "kinderen": ([], ""),
        "kinderen filadelfia": ([], "kinderen philadelphia"),
        "cliëntnraden": (["Cliëntenraden in Hoorn"], "cliëntenraden"),
        "sijber criminaliteit": (["Tegen cybercriminaliteit"], "cybercriminaliteit"),
        "met contour de twern": (["Bij ContourdeTwern"], "met contourdetwern"),
    }

    found = {text: asked(text, InitiativeFilter) for text in expected}

    assert {text: (sorted(titles_of(each)), each.correction) for text, each in found.items()} == expected


def titles_of(filterset):
    return [document.title for document in filterset.results[:9]]


def test_a_typing_error_in_words_that_only_together_mean_something_is_mended():
    InitiativeFactory(title="Een cv maken")
    Synonym.objects.create(word="cv", meaning="curriculum vitae", is_two_way=True)
    corrections = {}

    for text in ("curiculum vitae", "mijn curriculum vitea", "curriculum vitae", "huizen vitae", "curiculum"):
        corrections[text] = asked(text).correction

    assert corrections == {
        "curiculum vitae": "curriculum vitae",
        "mijn curriculum vitea": "mijn curriculum vitae",
        "curriculum vitae": "",
        "huizen vitae": "",
        "curiculum": "",
    }
    assert titles("curiculum vitae") == ["Een cv maken"]


def test_a_word_with_its_neighbour_is_what_was_meant_where_that_is_nearer_than_the_word_by_itself():
    InitiativeFactory(title="Laaggeletterd", summary="Over lezen.")
    InitiativeFactory(title="Geleend", summary="Een boek over muziek en een cursus.")
    expected = {
        "laag geleterd": "laaggeletterd",
        "boek geleent": "boek geleend",
        "muziek cursuz": "muziek cursus",
    }

    assert {text: asked(text, InitiativeFilter).correction for text in expected} == expected


def test_what_was_meant_is_read_as_what_was_typed_is():
    InitiativeFactory(title="Solliciteren", summary="Over een brief.")
    InitiativeFactory(title="Een brief schrijven", summary="Sollicitatie.")
    Synonym.objects.create(word="sollicitatiebrief", meaning="solliciteren", is_two_way=False)

    typed, misspelt = [titles(text) for text in ("sollicitatie brief", "solicitatsie brief")]

    assert asked("solicitatsie brief", InitiativeFilter).correction == "sollicitatie brief"
    assert misspelt == typed


def test_what_sounds_as_a_known_word_is_replaced_though_it_looks_like_a_compound():
    InitiativeFactory(title="Sollicitatie")
    InitiativeFactory(title="Taalhuis")
    expected = {
        "solicitatie": ("sollicitatie", ["Sollicitatie"]),
        "taalhuus": ("taalhuis", ["Taalhuis"]),
    }

    found = {text: asked(text, InitiativeFilter) for text in expected}

    assert {text: (each.correction, titles_of(each)) for text, each in found.items()} == expected


def test_a_word_that_people_write_is_never_replaced_unasked_however_alike_it_sounds():
    InitiativeFactory(title="Hulp aan de kassa")

    found = asked("casa", InitiativeFilter)

    assert (found.correction, titles_of(found)) == ("kassa", [])
