"""How complete an initiative is: what a good description has, and what it cannot be published without.

The record follows what Dutch databanks of interventions ask for (Movisie, NJi). The database judges it, so that a list
of thousands can show and filter it.
"""

from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    Value,
    When,
)

from accounts import kinds
from initiatives.choices import ParticipationRole

from .models import Figure, Initiative, Participation
from .record import RECORD


@dataclass(frozen=True)
class Check:
    """One thing that a complete description has; ``condition`` holds where it is there."""

    name: str
    label: str
    condition: object
    is_required: bool = False


def linked(rows):
    """Whether one of these rows points to the initiative."""
    return Exists(rows.filter(initiative=OuterRef("pk")))


def filled(name):
    """Whether there is something in this field."""
    field = kinds.field_of(Initiative, name)
    if field.many_to_many:
        return Q(linked(field.remote_field.through.objects))
    if field.null:
        return Q(**{f"{name}__isnull": False})
    return ~Q(**{name: ""})


HALF = 50  # percent; below it an entry is half-filled
LED = linked(Participation.objects.filter(role=ParticipationRole.LEAD))
REQUIRED = [
    Check(
        "title",
        "een titel en een samenvatting",
        filled("title") & filled("summary"),
        is_required=True,
    ),
    Check("themes", "een thema", filled("themes"), is_required=True),
    Check(
        "places",
        "een gemeente, of ‘in het hele land’",
        Q(is_national=True) | filled("places"),
        is_required=True,
    ),
    Check("lead", "een trekker", LED, is_required=True),
    Check(
        "sources",
        "een bron of een bevestiging",
        filled("confirmed_on") | filled("sources"),
        is_required=True,
    ),
]
WHAT_ALSO_COUNTS = {
    "cost_band": filled("cost_note"),
    "results": Q(linked(Figure.objects)),
    "transferability": filled("preconditions"),
}


def checks_of_record():
    """A check for each field of the record that a good description has."""
    checks = []
    for entry in RECORD:
        if entry.complete:
            condition = filled(entry.name)
            if entry.name in WHAT_ALSO_COUNTS:
                condition |= WHAT_ALSO_COUNTS[entry.name]
            checks.append(Check(entry.name, entry.complete, condition))
    return checks


CHECKS = REQUIRED + checks_of_record()


def with_completeness(initiatives):
    """Annotate ``completeness``: which part of the checks holds, as a percentage from 0 to 100."""
    held = Value(0)
    for check in CHECKS:
        held += Case(
            When(check.condition, then=1),
            default=0,
            output_field=IntegerField(),
        )
    share = ExpressionWrapper(
        held * 100.0 / len(CHECKS),
        output_field=FloatField(),
    )
    return initiatives.annotate(completeness=share)


def missing_of(initiative):
    """The checks that do not hold for one initiative, required ones first; 1 query."""
    answers = {}
    for check in CHECKS:
        answers[f"has_{check.name}"] = ExpressionWrapper(
            Q(check.condition),
            output_field=BooleanField(),
        )
    answered = (
        Initiative.objects.filter(pk=initiative.pk)
        .annotate(**answers)
        .values(*answers)
        .get()
    )
    missing = [check for check in CHECKS if not answered[f"has_{check.name}"]]
    return sorted(
        missing,
        key=lambda check: not check.is_required,
    )


def percentage(missing):
    """How complete an initiative is that misses these checks."""
    return round(100 * (len(CHECKS) - len(missing)) / len(CHECKS))
