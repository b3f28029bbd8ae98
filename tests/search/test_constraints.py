from datetime import date

import pytest
from django.utils import timezone

from search.models import SearchDocument, SearchState
from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.search_factories import SearchedWordFactory, SynonymFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def a_document(**values):
    number = SearchDocument.objects.count() + 1
    good = {"kind": "thema", "object_id": number, "title": "Lezen", "updated_at": timezone.now(), "version": 1}
    return SearchDocument.objects.create(**good | values)


def the_state():
    return SearchState.objects.get_or_create()[0]


RULES = [
    Rule(
        "search_document_of_one_object",
        "Van dit onderdeel is al een zoekdocument.",
        a_document,
        refused=[same_as_another(a_document, "kind", "object_id")],
        accepted=[same_as_another(a_document, "object_id", kind="gemeente")],
    ),
    Rule(
        "search_document_withdrawn_is_empty",
        "Van wat niet openbaar is, blijft niets vindbaar.",
        a_document,
        refused=[{"is_public": False}],
        accepted=[{"is_public": False, "title": ""}],
    ),
    Rule("one_search_state", "Er is maar één stand.", the_state, refused=[{"id": 2}], accepted=[{"id": 1}]),
    Rule(
        "synonym_has_both_sides",
        "Vul het woord in en wat het ook betekent.",
        SynonymFactory,
        refused=[{"word": ""}, {"meaning": ""}],
        accepted=[{"word": "a", "meaning": "b"}],
    ),
    Rule(
        "synonym_of_something_else",
        "Een woord is geen synoniem van zichzelf.",
        SynonymFactory,
        refused=[{"word": "bieb", "meaning": "Bieb"}],
        accepted=[{"word": "bieb", "meaning": "biebs"}],
    ),
    Rule(
        "synonym_unique",
        "Dit synoniem staat er al.",
        SynonymFactory,
        refused=[same_as_another(SynonymFactory, "word", "meaning")],
        accepted=[same_as_another(SynonymFactory, "word")],
    ),
    Rule(
        "searched_word_unique",
        "Dit woord wordt deze maand al geteld.",
        SearchedWordFactory,
        refused=[same_as_another(SearchedWordFactory, "word", "month")],
        accepted=[same_as_another(SearchedWordFactory, "word", month=date(2025, 12, 1))],
    ),
    Rule(
        "searched_word_not_oftener_without_result",
        "Een woord kan niet vaker zonder resultaat zijn dan het gezocht is.",
        SearchedWordFactory,
        refused=[{"searches": 1, "without_result": 2}],
        accepted=[{"searches": 2, "without_result": 2}],
    ),
    Rule(
        "searched_word_month_begins",
        "Een maand wordt geschreven als haar eerste dag.",
        SearchedWordFactory,
        refused=[{"month": date(2026, 1, 2)}],
        accepted=[{"month": date(2026, 2, 1)}],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
