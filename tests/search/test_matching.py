"""Which documents match, and in which order: all words first, then fewer, best places first."""

import pytest

from initiatives.choices import EntryKind
from initiatives.filters import InitiativeFilter
from tests.factories import InitiativeFactory, MunicipalityFactory, ProvinceFactory
from tests.search.conftest import asked, found_titles, seeded
from tests.search_factories import SynonymFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def titles(text):
    return found_titles(text, filter_class=InitiativeFilter)


@pytest.fixture
def three():
    InitiativeFactory(title="Taal", summary="Lezen en schrijven.")
    InitiativeFactory(title="Werk", summary="Leren solliciteren.")
    InitiativeFactory(title="Taal en werk", summary="Samen lezen.")


def test_all_words_are_found_and_no_excluded_one(three):
    expected = {
        "taal": ["Taal", "Taal en werk"],
        "taal werk": ["Taal en werk"],
        "werk taal": ["Taal en werk"],
        "taal -werk": ["Taal"],
        "-werk": ["Taal"],
        "-taal -werk": [],
        'taal -"lezen en schrijven"': ["Taal en werk"],
        "taal -taal": [],
        '"samen lezen"': ["Taal en werk"],
        '"lezen schrijven"': [],
        '"schrijven en lezen"': [],
        '"lezen en schrijven"': ["Taal"],
        '"lezen of schrijven"': ["Taal"],
        "zwembad": [],
        "de het een": ["Taal", "Taal en werk", "Werk"],
        "": ["Taal", "Taal en werk", "Werk"],
    }

    assert {text: titles(text) for text in expected} == expected


def test_words_that_no_document_has_are_named_and_left_out(three):
    found_and_dropped = {
        "taal zwembad": (["Taal", "Taal en werk"], ["zwembad"]),
        "zwembad taal werk": (["Taal en werk", "Taal", "Werk"], ["zwembad"]),
        "schrijven solliciteren": (["Taal", "Werk"], []),
        "taal zwembad -samen": (["Taal"], ["zwembad"]),
        "zwembad sauna": ([], ["zwembad", "sauna"]),
        'zwembad "lezen en schrijven"': (["Taal"], ["zwembad"]),
    }

    assert {text: (titles(text), dropped(text)) for text in found_and_dropped} == found_and_dropped


def dropped(text):
    return [group.label for group in asked(text, InitiativeFilter).match.dropped]


def test_a_rare_word_tells_more_than_common_ones():
    for number in range(8):
        InitiativeFactory(title=f"Nummer {number}", summary="Samen in de buurt.")
    InitiativeFactory(title="Schaken", summary="Om de week.")

    assert titles("samen schaken in de buurt")[0] == "Schaken"


def test_a_title_tells_more_than_a_summary_and_that_more_than_a_text():
    InitiativeFactory(title="C", summary="Iets.", goal="Over koffie.")
    InitiativeFactory(title="B", summary="Met koffie.")
    InitiativeFactory(title="Koffie")

    assert titles("koffie zwembad") == ["Koffie", "B", "C"]


def test_words_that_are_together_far_into_one_text_hide_no_better_one():
    InitiativeFactory(title="Van alles", goal="Een tuin, een boek en nog een lied over een fiets.")
    InitiativeFactory(title="Tuin met boeken", summary="Lezen in de tuin.")

    assert titles("tuin boek lied")[0] == "Tuin met boeken"
    assert asked("tuin boek lied", InitiativeFilter).match.is_partial


def test_words_that_only_ask_tell_nothing_beside_others_and_belong_to_a_title():
    InitiativeFactory(title="Samen sterker tegen armoede")
    InitiativeFactory(title="Armoede", summary="Armoede in de stad. Daar is niet meer over bekend.")
    InitiativeFactory(title="Koffie", summary="Samen drinken, niet alleen en ook niet tegen betaling.")

    assert titles("wat doe je samen tegen armoede") == ["Armoede", "Samen sterker tegen armoede"]
    assert titles("samen sterker tegen armoede")[0] == "Samen sterker tegen armoede"
    assert "Koffie" in titles("samen")


def test_of_what_has_all_words_a_rare_word_in_the_title_tells_most():
    for number in range(8):
        InitiativeFactory(title=f"Hulp {number}", summary="Voor buren.")
    InitiativeFactory(title="Meer hulp", summary="Iets.", goal="Ook bij schulden. Wie hulp vraagt, krijgt hulp.")
    InitiativeFactory(title="Schulden", summary="Iets.", goal="Met hulp.")

    assert titles("hulp schulden") == ["Schulden", "Meer hulp"]


def test_another_way_to_say_it_weighs_less_than_the_word_itself():
    SynonymFactory(word="huisarts", meaning="gezondheid")
    InitiativeFactory(title="A", summary="Over gezondheid.")
    InitiativeFactory(title="B", summary="Met de huisarts.")

    assert titles("huisarts") == ["B", "A"]


def test_words_that_are_together_in_an_idea_alone_do_not_empty_the_overview():
    InitiativeFactory(title="Koffie in de tuin", entry_kind=EntryKind.IDEA)
    InitiativeFactory(title="Koffie op de markt")

    practice, idea = asked("koffie tuin", InitiativeFilter), asked("koffie tuin", InitiativeFilter, wat="idee")

    assert [document.title for document in practice.results[:9]] == ["Koffie op de markt"]
    assert (practice.other_count, idea.count) == (1, 1)
    assert [card["kind"] for card in practice.others_that_fit] == ["Idee"]


def test_ideas_are_shown_above_practice_only_where_they_answer_and_practice_does_not():
    InitiativeFactory(title="Koffie in de tuin", entry_kind=EntryKind.IDEA)
    InitiativeFactory(title="Koffie op de markt")

    for words, expected in (("tuin", 1), ("koffie", 0), ("koffie markt", 0), ("zwembad", 0), ("", 0)):
        assert len(asked(words, InitiativeFilter).others_that_fit) == expected, words
    assert asked("tuin", InitiativeFilter, wat="idee").others_that_fit == []


def test_the_parts_of_a_compound_count_as_the_whole_where_they_are_close():
    InitiativeFactory(
        title="Ver", summary="Iets.", goal="In een huis aan de rand van het dorp spreken we elkaar over taal."
    )
    InitiativeFactory(title="Dichtbij", summary="Iets.", goal="In dit huis is taal van iedereen.")
    InitiativeFactory(title="Een huis", summary="Over taal, spel en alles wat daar verder nog bij hoort.")

    assert titles("taalhuis") == ["Een huis", "Dichtbij"]


def test_what_hardly_has_any_of_the_words_is_left_out():
    InitiativeFactory(title="Tuin, boek en lied")
    for number in range(5):
        InitiativeFactory(title=f"Nummer {number}", goal="Met een lied.")

    assert titles("tuin boek lied zwembad") == ["Tuin, boek en lied"]


def test_words_that_only_ask_are_not_looked_for_beside_others():
    InitiativeFactory(title="Taal")
    InitiativeFactory(title="Iets doen", summary="Mensen maken iets.")

    assert {text: titles(text) for text in ("hoe kan ik iets doen met taal?", "iets doen")} == {
        "hoe kan ik iets doen met taal?": ["Taal"],
        "iets doen": ["Iets doen"],
    }


def test_every_result_of_some_of_the_words_is_on_one_page_only():
    chance, words = seeded(1), ["appel", "banaan", "citroen", "druif", "framboos"]
    for number in range(50):
        InitiativeFactory(
            title=f"Nummer {number}", summary=" ".join(["Iets", *chance.sample(words, chance.randint(0, 2))])
        )
    filterset = asked(" ".join(words), InitiativeFilter)

    pages = [document.pk for start in range(0, filterset.count, 7) for document in filterset.results[start : start + 7]]

    assert filterset.match.is_partial
    assert sorted(pages) == sorted(filterset.found)


def test_a_compound_that_is_nowhere_is_looked_for_by_its_parts():
    InitiativeFactory(title="Bewoners aan zet")
    InitiativeFactory(title="Zwemmen")

    assert titles("bewonersinitiatief") == ["Bewoners aan zet"]


def test_words_written_apart_are_looked_for_as_one_too():
    InitiativeFactory(title="Dagbesteding")
    InitiativeFactory(title="De dag", summary="Een besteding.")

    assert titles("dag besteding")[0] == "Dagbesteding"
    assert not asked("dag besteding", InitiativeFilter).match.is_partial


def test_another_way_to_say_it_counts_where_its_words_are_close_together():
    SynonymFactory(word="NT2", meaning="Nederlands als tweede taal")
    InitiativeFactory(title="Les", summary="Over Nederlands als tweede taal.")
    InitiativeFactory(
        title="Van alles", goal="Een tweede gesprek. Ook over Nederlands, en daarna nog eens over de taal."
    )

    assert titles("NT2") == ["Les"]


def test_the_name_of_a_place_is_found_as_it_is_written():
    MunicipalityFactory(name="Oude IJsselstreek")
    MunicipalityFactory(name="Ouder-Amstel")
    expected = {
        "ouderen": [],
        "oude ijsselstreek": ["Oude IJsselstreek"],
        "IJSSELSTREEK": ["Oude IJsselstreek"],
        "ouder-amstel": ["Ouder-Amstel"],
        "ouder amstel": ["Ouder-Amstel"],
        "ouderamstel": ["Ouder-Amstel"],
    }

    assert {text: found_titles(text) for text in expected} == expected


def test_an_ordinary_word_alone_is_no_piece_of_the_name_of_a_place():
    gelderland = ProvinceFactory(name="Gelderland")
    MunicipalityFactory(name="Wijk bij Duurstede", province=gelderland)
    MunicipalityFactory(name="De Wijk", province=gelderland)
    MunicipalityFactory(name="Hendrik-Ido-Ambacht", province=gelderland)
    InitiativeFactory(title="Koffie in de wijk")
    InitiativeFactory(title="Het informatiepunt")
    SynonymFactory(word="IDO", meaning="informatiepunt")
    expected = {
        "wijk": ["De Wijk", "Koffie in de wijk"],
        "ido": ["Het informatiepunt"],
        "wijk bij duurstede": ["Wijk bij Duurstede"],
        "duurstede": ["Wijk bij Duurstede"],
        "gelderland": ["De Wijk", "Hendrik-Ido-Ambacht", "Wijk bij Duurstede"],
    }

    assert {text: sorted(found_titles(text)) for text in expected} == expected


def test_a_form_and_a_part_of_a_compound_are_found():
    InitiativeFactory(title="Taalhuizen")

    assert [titles(text) for text in ("taalhuis", "taal huis", "huis", "TAALHUIZEN")] == [["Taalhuizen"]] * 4


def test_a_number_finds_that_number_only():
    for other in ("4", "12", "8", "06", "b"):
        InitiativeFactory(title=f"Project {other}", summary=f"Op {other} dagen.")
    longer = ["24", "112", "18", "206", "2b"]

    assert {text: titles(text) for text in longer} == dict.fromkeys(longer, [])
