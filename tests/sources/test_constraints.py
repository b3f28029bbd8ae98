import pytest

from tests.constraints import Rule, accepted, constraint_that_refuses, refused, sentences_about
from tests.factories import SourceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

RULES = [
    Rule(
        "source_title_not_empty",
        "Een bron heeft een titel.",
        SourceFactory,
        refused=[{"title": ""}],
        accepted=[{"title": "X"}],
    ),
]


@refused(RULES)
def test_database_refuses(rule, values):
    row = rule.row(values)

    assert constraint_that_refuses(row) == rule.name


@refused(RULES)
def test_sentence_is_given(rule, values):
    row = rule.row(values)

    assert sentences_about(row) == [rule.sentence]


@accepted(RULES)
def test_neighbour_is_accepted(rule, values):
    row = rule.row(values)

    assert sentences_about(row) == []
    assert constraint_that_refuses(row) == ""
