import pytest

from tests.constraints import Rule, accepted, constraint_that_refuses, refused, sentences_about
from tests.factories import MessageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

RULES = [
    Rule(
        "message_text_not_empty",
        "Schrijf wat er niet klopt of wat je wilt vertellen.",
        MessageFactory,
        refused=[{"text": ""}],
        accepted=[{"text": "X"}],
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
