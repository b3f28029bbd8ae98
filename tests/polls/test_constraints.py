"""Rules about polls and votes."""

from datetime import timedelta

import pytest

from tests.constraints import Rule, wrongly_accepted, wrongly_refused
from tests.poll_factories import PollFactory, VoteFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
RULES = [
    Rule(
        "poll_statement_not_empty",
        "Een peiling heeft een stelling.",
        PollFactory,
        refused=[{"statement": ""}],
        accepted=[{"statement": "Ja"}],
    ),
    Rule(
        "poll_ends_after_start",
        "De laatste dag ligt niet voor de eerste.",
        PollFactory,
        refused=[lambda row: {"ends_on": row.starts_on - timedelta(days=1)}],
        accepted=[lambda row: {"ends_on": row.starts_on}],
    ),
    Rule(
        "vote_opinion_known",
        "Kies eens of oneens.",
        VoteFactory,
        refused=[{"opinion": "misschien"}],
        accepted=[{"opinion": "oneens"}],
    ),
    Rule(
        "vote_motive_has_a_state",
        "Een motief wacht, staat op de site of is niet geplaatst.",
        VoteFactory,
        refused=[{"motive": ""}, {"motive_state": "geen"}, {"motive_state": "onzin"}],
        accepted=[{"motive": "", "motive_state": "geen"}, {"motive_state": "niet-geplaatst"}],
    ),
]


def test_nobody_accepts_what_breaks_a_rule():
    assert list(wrongly_accepted(RULES)) == []


def test_what_just_fits_is_accepted():
    assert list(wrongly_refused(RULES)) == []
