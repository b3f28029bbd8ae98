"""Words that are not the ones in the text: synonyms, abbreviations and beginnings."""

import pytest
from django.urls import reverse
from pyroaring import BitMap

from initiatives.filters import InitiativeFilter
from search.groups import Group
from search.models import Synonym
from search.snippets import shown
from search.weighing import weighed
from tests.factories import InitiativeFactory, PartnerFactory
from tests.role_factories import national_curator
from tests.search.conftest import asked, found_titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def titles(text):
    return found_titles(text, filter_class=InitiativeFilter)


@pytest.fixture
def ouderen():
    InitiativeFactory(title="Ouderen")
    InitiativeFactory(title="Senioren")


@pytest.mark.parametrize(("is_two_way", "expected"), [(True, ["Ouderen", "Senioren"]), (False, ["Senioren"])])
def test_a_synonym_is_found_both_ways_or_one_way(ouderen, is_two_way, expected):
    Synonym.objects.create(word="ouderen", meaning="senioren", is_two_way=is_two_way)

    assert (sorted(titles("ouderen")), sorted(titles("senioren"))) == (["Ouderen", "Senioren"], expected)


def test_a_synonym_holds_for_a_form_of_its_word_that_the_table_takes_for_another():
    InitiativeFactory(title="Nieuwkomers")
    Synonym.objects.create(word="anderstalige", meaning="nieuwkomer")

    assert (titles("anderstalige"), titles("anderstaligen")) == (["Nieuwkomers"], ["Nieuwkomers"])


def test_what_no_text_has_itself_weighs_as_what_it_means_does():
    documents = BitMap(range(100))
    koffie = Group(("koffie",))
    bakkie = Group(("bakkie",), alternatives=(("koffie",),))

    def found_by(terms):
        return BitMap([1]) if "koffie" in terms else BitMap()

    by_weight = [weighed([group], documents, documents, found_by, documents) for group in (bakkie, koffie)]

    assert by_weight[0] == by_weight[1] == {18: BitMap([1])}


def test_a_synonym_works_and_stops_working_at_once(ouderen):
    before = titles("ouderen")
    synonym = Synonym.objects.create(word="ouderen", meaning="senioren")
    during = sorted(titles("ouderen"))
    synonym.delete()

    assert (before, during, titles("ouderen")) == (["Ouderen"], ["Ouderen", "Senioren"], ["Ouderen"])


def test_a_synonym_of_the_curators_page_works_at_once(client, ouderen):
    client.force_login(national_curator())

    response = client.post(
        reverse("admin:search_synonym_add"), {"word": "ouderen", "meaning": "senioren", "is_two_way": "on", "note": ""}
    )

    assert (response.status_code, sorted(titles("ouderen"))) == (302, ["Ouderen", "Senioren"])


def test_the_words_of_a_synonym_that_nothing_has_are_tried_by_themselves(ouderen):
    Synonym.objects.create(word="ouderen in de wijk", meaning="wijkouderen")

    assert titles("ouderen wijk") == ["Ouderen"]


def test_what_no_text_says_is_sought_as_what_its_meanings_mean():
    Synonym.objects.create(word="minima", meaning="armoede")
    Synonym.objects.create(word="armoede", meaning="schulden", is_two_way=False)
    InitiativeFactory(title="Schulden")
    before = titles("minima")
    InitiativeFactory(title="Armoede")

    assert (before, titles("minima")) == (["Schulden"], ["Armoede"])


def test_what_the_list_at_hand_does_not_say_is_sought_further_though_other_pages_say_it():
    Synonym.objects.create(word="NT2", meaning="inburgering")
    Synonym.objects.create(word="inburgering", meaning="nieuwkomers", is_two_way=False)
    PartnerFactory(name="Raad voor inburgering")
    InitiativeFactory(title="Nieuwkomers")

    assert titles("NT2") == ["Nieuwkomers"]


def test_a_meaning_that_no_text_has_may_stand_there_in_fewer_words():
    Synonym.objects.create(word="LVB", meaning="licht verstandelijke beperking")
    InitiativeFactory(title="Verstandelijke beperking")
    InitiativeFactory(title="Verstandelijk werk", summary="Over iets anders dan een beperking, namelijk over licht.")

    assert titles("LVB")[0] == "Verstandelijke beperking"


def test_words_that_only_ask_may_stand_between_words_with_a_meaning_together():
    Synonym.objects.create(word="rekeningen betalen", meaning="schulden", is_two_way=False)
    InitiativeFactory(title="Schulden")

    assert titles("ik kan mijn rekeningen niet meer betalen") == ["Schulden"]


def test_parts_of_another_way_to_say_it_tell_less_than_the_words_themselves():
    Synonym.objects.create(word="Wmo-loket", meaning="zorgloket")
    for number in range(8):
        InitiativeFactory(title=f"Nummer {number}", summary="Koffie.")
    InitiativeFactory(title="Zorg aan een loket", summary="Zorg bij het loket.")
    InitiativeFactory(title="Van alles", summary="Iets.", goal="Ook het Wmo-loket.")

    assert titles("wmo-loket")[0] == "Van alles"


def test_words_that_overlap_and_mean_the_same_are_sought_together():
    Synonym.objects.create(word="zorgen voor zieke", meaning="mantelzorg", is_two_way=False)
    Synonym.objects.create(word="zieke partner", meaning="mantelzorg", is_two_way=False)
    InitiativeFactory(title="Mantelzorg")
    InitiativeFactory(title="Partners van de stad")

    assert titles("zorgen voor een zieke partner") == ["Mantelzorg"]


def test_words_that_belong_together_tell_less_where_they_stand_apart():
    Synonym.objects.create(word="leren lezen", meaning="taalhuis", is_two_way=False)
    InitiativeFactory(title="A", summary="Lezen in de krant. Wie iets wil weten, kan er ook leren.")
    InitiativeFactory(
        title="B", summary="Iets.", goal="Wie wil, kan hier lezen: of het nu gaat om leren of om iets anders."
    )
    InitiativeFactory(title="C", summary="Een taalhuis.")
    InitiativeFactory(title="D", summary="Iets.", goal="Je kunt er leren lezen.")

    assert titles("leren lezen") == ["A", "C", "D", "B"]


def test_a_part_of_a_compound_that_no_text_has_may_be_said_otherwise():
    Synonym.objects.create(word="brein", meaning="hersenen")
    InitiativeFactory(title="Over hersenen")

    found = asked("breinonderzoek", InitiativeFilter)

    assert [shown(document, found)["title"] for document in found.results[:9]] == ["Over <mark>hersenen</mark>"]


def test_an_abbreviation_is_found_by_what_it_stands_for():
    Synonym.objects.create(word="Wmo", meaning="Wet maatschappelijke ondersteuning")
    InitiativeFactory(title="Raad over de Wmo en maatschappelijk werk")

    for text in ["wmo", "WMO", "Wet maatschappelijke ondersteuning", "maatschappelijke wmo"]:
        assert titles(text) == ["Raad over de Wmo en maatschappelijk werk"], text


def test_the_short_name_of_a_partner_is_found():
    InitiativeFactory(title="Gevonden", partners=[PartnerFactory(name="Ministerie van Zaken", short_name="BZK")])

    assert titles("bzk") == ["Gevonden"]


def test_an_unknown_last_word_may_be_the_beginning_of_one():
    InitiativeFactory(title="Eenzaamheid", summary="Met koffie.")
    dropped = {"eenzaamh": [], "koffie eenz": [], "eenz koffie": ["eenz"], "koffie e": ["e"], "koffie xyz": ["xyz"]}

    matches = {text: asked(text, InitiativeFilter).match for text in dropped}

    assert {text: [group.label for group in match.dropped] for text, match in matches.items()} == dropped
    assert {text: titles(text) for text in dropped} == dict.fromkeys(dropped, ["Eenzaamheid"])


def test_a_known_last_word_is_no_beginning():
    InitiativeFactory(title="Taal")
    InitiativeFactory(title="Taalontwikkelaarsgilde")

    assert titles("taal")[0] == "Taal"
