"""Asks both who guard a rule: the database, and Django's check that gives the sentence."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction


@dataclass(frozen=True)
class Rule:
    """A named constraint, with what it refuses and the nearest that it accepts.

    Each is a dict of values by which a good row is changed, or a function that gives such a dict for that row.
    """

    name: str
    sentence: str
    factory: Callable
    refused: list[dict | Callable]
    accepted: list[dict | Callable]

    def row(self, values):
        """A row that was good when it was saved, with these values now."""
        row = self.factory()
        for name, value in (values(row) if callable(values) else values).items():
            setattr(row, name, value)
        return row


def refused(rules):
    """Runs a test for everything that these rules refuse."""
    return _parametrize([(rule, values) for rule in rules for values in rule.refused])


def accepted(rules):
    """Runs a test for everything that these rules accept."""
    return _parametrize([(rule, values) for rule in rules for values in rule.accepted])


def _parametrize(cases):
    return pytest.mark.parametrize(("rule", "values"), cases, ids=[rule.name for rule, _ in cases])


def same_as_another(factory, *fields, **of_the_other):
    """Values for a ``Rule``: in these fields the row is the same as another row."""

    def values(row):
        other = factory(**of_the_other)
        return {field: getattr(other, field) for field in fields}

    return values


def constraint_that_refuses(row):
    """The name of the constraint for which the database refuses to save the row, empty when it does not."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return ""


def sentences_about(row):
    """What Django's check of the constraints says about the row."""
    try:
        row.validate_constraints()
    except ValidationError as error:
        return error.messages
    return []
