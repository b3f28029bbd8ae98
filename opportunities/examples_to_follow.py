"""Which examples are worth following, and how much is told of each: what every page recommends from."""

from collections.abc import Collection

from django.db.models import Case, IntegerField, Q, QuerySet, When
from django.db.models.expressions import Combinable

from initiatives.completeness import CHECKS
from initiatives.models import Initiative

from .models import Service

NOT_AN_EXAMPLE = (Initiative.Phase.IDEA, Initiative.Phase.STOPPED)
# what makes an example useful, beside its approach
COUNTED_CHECKS = ("results", "lead", "contact")
TOLD_CHECKS = (  # what else is worth reading; counts where the others are equal
    "target_groups",
    "background",
    "goal",
    "materials",
    "costs",
    "effort",
    "lessons",
    "transferability",
    "phase",
    "year",
)
MUCH = 100  # more than all that is worth reading together
CONFIRMED = Q(confirmed_on__isnull=False)


def examples_not_in(here: Collection[int]) -> QuerySet[Initiative]:
    """Published examples to follow, that neither happen ``here`` (municipality ids) nor were taken over there.

    Ideas, letters, documents, and what says nothing of its approach, are nothing to follow.
    """
    happening = Initiative.objects.in_municipalities(here).order_by().values("pk")
    adopting = Service.objects.published().filter(
        municipality__in=here, example__isnull=False
    )
    taken_over = adopting.order_by().values("example")
    examples = (
        Initiative.objects.published()
        .practices()
        .exclude(phase__in=NOT_AN_EXAMPLE)
        .exclude(approach="")
    )
    return examples.exclude(pk__in=happening).exclude(pk__in=taken_over).order_by()


def with_fullness(examples: QuerySet[Initiative]) -> QuerySet[Initiative]:
    """Annotate ``fullness``: result, who does it, whom to ask, whether it is confirmed; then what else is told."""
    return examples.annotate(fullness=FULLNESS)


def worth(condition: Q | Combinable, points: int) -> Case:
    """So many points where the condition holds."""
    return Case(When(condition, then=points), default=0, output_field=IntegerField())


def all_that_is_worth_something() -> Combinable:
    """The points of an example together."""
    fullness = worth(CONFIRMED, MUCH)
    for check in CHECKS:
        if check.name in COUNTED_CHECKS:
            fullness += worth(check.condition, MUCH)
        elif check.name in TOLD_CHECKS:
            fullness += worth(check.condition, 1)
    return fullness


FULLNESS = all_that_is_worth_something()  # made once: every page asks it
