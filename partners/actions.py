"""Reorganisations of municipalities that happen, and that turn out not to."""

from django.db import transaction
from django.db.models import QuerySet

from .models import Municipality, Succession


def end_predecessor(*, succession: Succession) -> None:
    """The municipality that was taken over ends on that day, where no other day is known yet."""
    if succession.is_announced:
        return
    open_ended = Municipality.objects.filter(
        pk=succession.predecessor_id,
        valid_until=None,
    )
    open_ended.update(valid_until=succession.takes_effect_on)


@transaction.atomic
def apply_succession(*, succession: Succession) -> None:
    """What was announced happens on its day; of a municipality that is split, all parts at once."""
    for part in parts_of(succession).filter(is_announced=True):
        part.is_announced = False
        part.save(update_fields=["is_announced"])
        end_predecessor(succession=part)


@transaction.atomic
def take_succession_back(*, succession: Succession) -> None:
    """What was applied is announced again, and the municipality goes on; all parts of a split at once."""
    for part in parts_of(succession).filter(is_announced=False):
        part.is_announced = True
        part.save(update_fields=["is_announced"])
    ended = Municipality.objects.filter(
        pk=succession.predecessor_id,
        valid_until=succession.takes_effect_on,
    )
    ended.update(valid_until=None)


def parts_of(succession: Succession) -> QuerySet[Succession]:
    """The rows in which the same municipality ends on the same day."""
    return Succession.objects.filter(
        predecessor=succession.predecessor_id,
        takes_effect_on=succession.takes_effect_on,
    )
