"""Rules about what is proposed, shared and tipped, and about initiatives that look alike."""

from datetime import UTC, datetime

import factory
import pytest

from initiatives.models import ChangeProposal, LikelyDouble, Sharing
from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.event_factories import EventFactory
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ThemeFactory, UserFactory
from tests.numbered import NumberedFactory
from tests.review_factories import TipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DECISIONS = ("overgenomen", "deels", "afgewezen")


class ChangeProposalFactory(NumberedFactory):
    class Meta:
        model = ChangeProposal

    initiative = factory.SubFactory(InitiativeFactory)
    proposed_by = factory.SubFactory(UserFactory)
    proposed_at = NOW
    values = {}


class LikelyDoubleFactory(NumberedFactory):
    class Meta:
        model = LikelyDouble

    one = factory.SubFactory(InitiativeFactory)
    other = factory.SubFactory(InitiativeFactory)
    score = 90
    reason = "de titel"


class SharingFactory(NumberedFactory):
    class Meta:
        model = Sharing


RULES = [
    Rule(
        "sharing_is_draft_or_shared",
        "Wat gedeeld is, heeft een voorbeeld en een moment.",
        SharingFactory,
        refused=[{"shared_at": NOW}, lambda sharing: {"initiative": InitiativeFactory()}],
        accepted=[{}, lambda sharing: {"initiative": InitiativeFactory(), "shared_at": NOW}],
    ),
    Rule(
        "tip_decided_has_moment",
        "Een tip waarover besloten is, heeft een moment van besluit.",
        TipFactory,
        refused=[{"decided_at": NOW}, {"state": "bekend"}],
        accepted=[{}, {"state": "afgewezen", "decided_at": NOW}],
    ),
    Rule(
        "tip_title_and_url",
        "Een tip heeft een naam en een webadres.",
        TipFactory,
        refused=[{"title": ""}, {"url": ""}],
        accepted=[{"title": "x"}],
    ),
    Rule(
        "proposal_decided_has_moment",
        "Een voorstel waarover besloten is, heeft een moment van besluit.",
        ChangeProposalFactory,
        refused=[{"decided_at": NOW}, *[{"state": state} for state in DECISIONS]],
        accepted=[{"state": "open"}, *[{"state": state, "decided_at": NOW} for state in DECISIONS]],
    ),
    Rule(
        "proposal_about_one_thing",
        "Een voorstel gaat over één voorbeeld, organisatie, bijeenkomst of thema.",
        ChangeProposalFactory,
        refused=[
            {"initiative": None},
            lambda proposal: {"organisation": LibraryFactory()},
            lambda proposal: {"theme": ThemeFactory()},
            lambda proposal: {"initiative": None, "organisation": LibraryFactory()},
            lambda proposal: {"meeting": EventFactory()},
            lambda proposal: {"initiative": None, "meeting": EventFactory()},
            lambda proposal: {"initiative": None, "theme": ThemeFactory()},
            lambda proposal: {"initiative": None, "meeting": EventFactory(), "theme": ThemeFactory(), "filling": "wie"},
        ],
        accepted=[
            {"filling": "wie"},
            lambda proposal: {"initiative": None, "meeting": EventFactory(), "filling": "plaats"},
            lambda proposal: {"initiative": None, "theme": ThemeFactory(), "filling": "taak"},
            lambda proposal: {"initiative": None, "organisation": LibraryFactory(), "filling": "website"},
            lambda proposal: {
                "initiative": None,
                "organisation": MunicipalityFactory(),
                "theme": ThemeFactory(),
                "filling": "beleid",
            },
        ],
    ),
    Rule(
        "one_open_proposal_each",
        "Je hebt al een voorstel voor dit praktijkvoorbeeld dat nog openstaat.",
        ChangeProposalFactory,
        refused=[same_as_another(ChangeProposalFactory, "initiative", "proposed_by")],
        accepted=[
            same_as_another(ChangeProposalFactory, "initiative"),
            same_as_another(ChangeProposalFactory, "proposed_by"),
            same_as_another(ChangeProposalFactory, "initiative", "proposed_by", state="afgewezen", decided_at=NOW),
        ],
    ),
    Rule(
        "likely_double_unique",
        "Dit paar staat er al.",
        LikelyDoubleFactory,
        refused=[same_as_another(LikelyDoubleFactory, "one", "other")],
        accepted=[
            lambda double: {"one": InitiativeFactory(), "other": InitiativeFactory()},
            lambda double: {"one": double.one, "other": InitiativeFactory()},
        ],
    ),
    Rule(
        "likely_double_in_order",
        "Het oudste van de twee staat voorop.",
        LikelyDoubleFactory,
        refused=[
            lambda double: {"one": double.other, "other": double.one},
            lambda double: {"other": double.one},
        ],
        accepted=[lambda double: {"one": double.one, "other": InitiativeFactory()}],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
