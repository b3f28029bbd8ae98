"""Asks both who guard a rule: the database, and Django's check that gives the sentence."""

from collections.abc import Callable
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass

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


def wrongly_accepted(rules):
    """A line for everything that should be refused and is not, by the database or by Django's check."""
    return [line for rule in rules for line in _other_answers(rule, rule.refused, [rule.sentence], rule.name)]


def wrongly_refused(rules):
    """A line for everything that should be accepted and is not, by the database or by Django's check."""
    return [line for rule in rules for line in _other_answers(rule, rule.accepted, [], "")]


def _other_answers(rule, changes, sentences, constraint):
    for values, row in _changed_rows(rule, changes):
        told, refused_by = sentences_about(row), constraint_that_refuses(row)
        if (told, refused_by) != (sentences, constraint):
            yield f"{rule.name} {values}: told {told}, refused by {refused_by or 'nobody'}"


def _changed_rows(rule, changes):
    """For each change its values, and a row that was good when it was saved and has them now."""
    with _undone():
        good = rule.factory()
        for change in changes:
            with _undone():
                row = copy(good)
                values = change(row) if callable(change) else change
                for name, value in values.items():
                    setattr(row, name, value)
                yield values, row


@contextmanager
def _undone():
    """Take back what happens in here."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


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
