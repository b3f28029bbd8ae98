"""The Dutch sentence of a constraint that the database refused a row for.

Asking Django to check every constraint before saving costs a query each; the database checks them all while
saving, for nothing.
"""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Model

from accounts import kinds


def refusal(
    error: IntegrityError,
    row: Model,
    offered: Iterable[str],
) -> ValidationError:
    """What to say of the error that saving this object raised, at one of the fields that a layout offers."""
    name = error.__cause__.diag.constraint_name or ""
    for constraint in kinds.constraints_of(row):
        if constraint.name == name:
            sentence = constraint.violation_error_message
            field = kinds.field_to_mend(constraint, row, offered)
            if field:
                return ValidationError({field: sentence})
            return ValidationError(sentence)
    for field in kinds.columns_of(row):
        if field.unique and f"_{field.column}_" in name:
            sentence = f"Deze waarde van ‘{field.verbose_name}’ is al in gebruik, op de site of eerder in dit bestand."
            return ValidationError({field.name: sentence})
    return ValidationError("Deze rij past niet bij de rest van de gegevens.")
