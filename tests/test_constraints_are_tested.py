"""A new constraint needs a ``Rule`` that shows what it refuses and what it still accepts."""

from django.apps import apps

from tests.accounts import test_constraints as of_accounts
from tests.contact import test_constraints as of_contact
from tests.curation import test_constraints as of_curation
from tests.events import test_constraints as of_events
from tests.events import test_programme_constraints as of_programmes
from tests.events import test_registration_constraints as of_registrations
from tests.initiatives import test_constraints as of_initiatives
from tests.initiatives import test_evidence_constraints as of_evidence
from tests.initiatives import test_review_constraints as of_review
from tests.opportunities import test_constraints as of_opportunities
from tests.opportunities import test_policy_and_supply_constraints as of_policy_and_supply
from tests.partners import test_constraints as of_partners
from tests.partners import test_organisation_constraints as of_organisations
from tests.partners import test_role_constraints as of_roles
from tests.polls import test_constraints as of_polls
from tests.reactions import test_constraints as of_reactions
from tests.search import test_constraints as of_search
from tests.sources import test_constraints as of_sources
from tests.spreadsheets import test_constraints as of_spreadsheets

OUR_APPS = [
    "accounts",
    "contact",
    "curation",
    "events",
    "initiatives",
    "opportunities",
    "partners",
    "polls",
    "reactions",
    "search",
    "sources",
    "spreadsheets",
]
TABLES = [
    of_accounts,
    of_contact,
    of_curation,
    of_events,
    of_evidence,
    of_initiatives,
    of_opportunities,
    of_organisations,
    of_partners,
    of_policy_and_supply,
    of_polls,
    of_programmes,
    of_reactions,
    of_registrations,
    of_review,
    of_roles,
    of_search,
    of_sources,
    of_spreadsheets,
]
RULES = [rule for table in TABLES for rule in table.RULES]


def constraints():
    models = [model for app in OUR_APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)]
    return [constraint for model in models for constraint in model._meta.constraints]


def test_every_constraint_has_a_rule():
    assert sorted({rule.name for rule in RULES}) == sorted({constraint.name for constraint in constraints()})


def test_every_constraint_has_its_own_sentence():
    told = {constraint.name: constraint.violation_error_message for constraint in constraints()}

    assert {rule.name: rule.sentence for rule in RULES} == told


def test_every_rule_refuses_and_accepts_something():
    assert [rule.name for rule in RULES if not (rule.refused and rule.accepted)] == []
