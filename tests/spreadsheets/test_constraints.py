"""Rules about what an import keeps."""

import factory
import pytest

from spreadsheets.models import ExplainedWord
from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.factories import UserFactory
from tests.numbered import NumberedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


class ExplainedWordFactory(NumberedFactory):
    class Meta:
        model = ExplainedWord

    user = factory.SubFactory(UserFactory)
    model = factory.Sequence("soort{}.soort".format)
    column = factory.Sequence("kolom {}".format)
    word = factory.Sequence("Woord {}".format)
    compared = factory.Sequence("woord{}".format)
    meaning = "leeg"


RULES = [
    Rule(
        "explained_word_unique",
        "Dit woord heb je al uitgelegd.",
        ExplainedWordFactory,
        refused=[same_as_another(ExplainedWordFactory, "user", "model", "column", "compared")],
        accepted=[
            same_as_another(ExplainedWordFactory, "user", "model", "column"),
            same_as_another(ExplainedWordFactory, "user", "model", "compared"),
            same_as_another(ExplainedWordFactory, "model", "column", "compared"),
        ],
    )
]


def test_what_is_refused():
    assert wrongly_accepted(RULES) == []


def test_what_is_accepted():
    assert wrongly_refused(RULES) == []
