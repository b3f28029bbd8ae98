"""A new constraint needs a ``Rule`` that shows what it refuses and what it still accepts."""

from importlib import import_module
from pathlib import Path

from django.conf import settings

from tests.rooms import models_in, rooms


def rules_in_tests():
    """The rules of every file of constraints, in the folder of its room."""
    root = Path(settings.BASE_DIR)
    rules = []
    for path in sorted(root.glob("tests/*/test_*constraints.py")):
        module = import_module(f"tests.{path.parent.name}.{path.stem}")
        rules += module.RULES
    return rules


RULES = rules_in_tests()


def constraints():
    return [constraint for room in rooms() for model in models_in(room) for constraint in model._meta.constraints]


def test_every_constraint_has_a_rule():
    assert sorted({rule.name for rule in RULES}) == sorted({constraint.name for constraint in constraints()})


def test_every_constraint_has_its_own_sentence():
    told = {constraint.name: constraint.violation_error_message for constraint in constraints()}

    assert {rule.name: rule.sentence for rule in RULES} == told


def test_every_rule_refuses_and_accepts_something():
    assert [rule.name for rule in RULES if not (rule.refused and rule.accepted)] == []
