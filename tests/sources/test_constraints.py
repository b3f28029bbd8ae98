import pytest

from tests.constraints import Rule, wrongly_accepted, wrongly_refused
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


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
