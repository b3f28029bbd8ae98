import pytest

from tests.constraints import Rule, wrongly_accepted, wrongly_refused
from tests.factories import MessageFactory, QuestionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

RULES = [
    Rule(
        "message_text_not_empty",
        "Schrijf wat er niet klopt of wat je wilt vertellen.",
        MessageFactory,
        refused=[{"text": ""}],
        accepted=[{"text": "X"}],
    ),
    Rule(
        "question_text_not_empty",
        "Schrijf wat je wilt vragen.",
        QuestionFactory,
        refused=[{"text": ""}],
        accepted=[{"text": "X"}],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
