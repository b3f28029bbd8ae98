"""How much is told of an example that others can follow: what every page recommends from."""

from django.db.models import Case, IntegerField, Q, QuerySet, When
from django.db.models.expressions import Combinable

from .completeness import CHECKS

COUNTED_CHECKS = (
    "results",
    "lead",
    "contact",
)  # what makes an example useful, beside its approach
TOLD_CHECKS = (  # what else is worth reading; counts where the others are equal
    "target_groups",
    "background",
    "goal",
    "materials",
    "cost_band",
    "effort",
    "lessons",
    "transferability",
    "phase",
    "year",
)
MUCH = 100  # more than all that is worth reading together
CONFIRMED = Q(confirmed_on__isnull=False)


def with_fullness(examples: QuerySet) -> QuerySet:
    """Annotate ``fullness``: result, who does it, whom to ask, whether it is confirmed; then what else is told."""
    return examples.annotate(fullness=FULLNESS)


def worth(condition: Q | Combinable, points: int) -> Case:
    """So many points where the condition holds."""
    return Case(
        When(condition, then=points),
        default=0,
        output_field=IntegerField(),
    )


def all_that_is_worth_something() -> Combinable:
    """The points of an example together; a name that no check has is an error at once."""
    conditions = {check.name: check.condition for check in CHECKS}
    fullness = worth(CONFIRMED, MUCH)
    for name in COUNTED_CHECKS:
        fullness += worth(conditions[name], MUCH)
    for name in TOLD_CHECKS:
        fullness += worth(conditions[name], 1)
    return fullness


FULLNESS = all_that_is_worth_something()  # made once: every document asks it
