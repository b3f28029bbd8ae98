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

from initiatives.choices import ParticipationRole

from .models import Figure, Initiative, Participation


@dataclass(frozen=True)
class Check:
    """One thing that a complete description has; ``condition`` holds where it is there."""

    name: str
    label: str
    condition: object
    is_required: bool = False


def _linked(through):
    """Whether a row of this table points to the initiative."""
    return Exists(through.objects.filter(initiative=OuterRef("pk")))


def _filled(*names):
    """Whether one of these texts is filled in."""
    filled = Q()
    for name in names:
        filled |= ~Q(**{name: ""})
    return filled


HALF = 50  # percent; below it an entry is half-filled
LED = Exists(Participation.objects.filter(initiative=OuterRef("pk"), role=ParticipationRole.LEAD))
PLACED = Q(is_national=True) | Q(_linked(Initiative.places.through))
SUPPORTED = Q(confirmed_on__isnull=False) | Q(_linked(Initiative.sources.through))
CHECKS = [
    Check("title", "een titel en een samenvatting", ~Q(title="") & ~Q(summary=""), is_required=True),
    Check("themes", "een thema", _linked(Initiative.themes.through), is_required=True),
    Check("places", "een gemeente, of ‘in het hele land’", PLACED, is_required=True),
    Check("lead", "een trekker", LED, is_required=True),
    Check("sources", "een bron of een bevestiging", SUPPORTED, is_required=True),
    Check("target_groups", "een doelgroep", _linked(Initiative.target_groups.through)),
    Check("background", "de aanleiding", _filled("background")),
    Check("goal", "het doel", _filled("goal")),
    Check("approach", "de aanpak", _filled("approach")),
    Check("materials", "het materiaal", _filled("materials")),
    Check("costs", "de kosten", _filled("cost_band", "cost_note")),
    Check("effort", "de inzet", _filled("effort")),
    Check("results", "resultaten of een cijfer", _filled("results") | Q(_linked(Figure))),
    Check("lessons", "geleerde lessen", _filled("lessons")),
    Check("transferability", "hoe anderen het kunnen overnemen", _filled("transferability", "preconditions")),
    Check("phase", "de fase", _filled("phase")),
    Check("year", "het jaar van de gegevens", Q(year__isnull=False)),
    Check("contact", "een contactpersoon", Q(contact__isnull=False)),
]


def with_completeness(initiatives):
    """Annotate ``completeness``: which part of the checks holds, as a percentage from 0 to 100."""
    held = sum(
        (Case(When(check.condition, then=1), default=0, output_field=IntegerField()) for check in CHECKS), Value(0)
    )
    return initiatives.annotate(completeness=ExpressionWrapper(held * 100.0 / len(CHECKS), output_field=FloatField()))


def missing_of(initiative):
    """The checks that do not hold for one initiative, required ones first; 1 query."""
    answers = {
        f"has_{check.name}": ExpressionWrapper(Q(check.condition), output_field=BooleanField()) for check in CHECKS
    }
    found = Initiative.objects.filter(pk=initiative.pk).annotate(**answers).values(*answers).get()
    missing = [check for check in CHECKS if not found[f"has_{check.name}"]]
    return sorted(missing, key=lambda check: not check.is_required)


def percentage(missing):
    """How complete an initiative is that misses these checks."""
    return round(100 * (len(CHECKS) - len(missing)) / len(CHECKS))
