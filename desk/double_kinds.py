"""The kinds of entries of which two may be one and the same: how they are found, and how they become one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from accounts import kinds
from curation.models import Comparison
from initiatives import doubles as initiative_doubles
from initiatives.merging import merge_initiatives
from initiatives.models import Initiative
from initiatives.models import LikelyDouble as InitiativeDouble
from partners import doubles as organisation_doubles
from partners.merging import merge_organisations
from partners.models import Library, OrganisationDouble, Partner

AT_ONCE = 1500  # entries: what takes less than a second


@dataclass(frozen=True)
class DoubleKind:
    """One kind; ``find(tell=…)`` looks for pairs, ``merge`` makes one of two."""

    model: type[Model]
    pair_model: type[Model]
    find: Callable
    merge: Callable

    @property
    def name(self):
        """What it is called in an address."""
        return slugify(self.label)

    @property
    def label(self):
        """What it is called on a page."""
        return kinds.plural_of(self.model)

    @property
    def pairs(self) -> QuerySet:
        """Every pair of this kind that is kept."""
        return self.pair_model.objects.filter(
            one__in=self.model.objects.order_by().values("pk")
        )

    @property
    def comparison(self):
        """When all of this kind were compared, and how far that is; ``None`` before the first time."""
        return comparisons_of(self.model).first()

    def editable_by(self, user):
        """Those of this kind that the user may change."""
        return self.model.objects.order_by().editable_by(user)


def of_organisations(model):
    """A kind of organisation."""
    find = partial(organisation_doubles.find_doubles, model)
    return DoubleKind(model, OrganisationDouble, find, merge_organisations)


EXAMPLES = DoubleKind(
    Initiative,
    InitiativeDouble,
    initiative_doubles.find_doubles,
    merge_initiatives,
)
KINDS = {
    kind.name: kind
    for kind in (
        EXAMPLES,
        of_organisations(Library),
        of_organisations(Partner),
    )
}


def comparisons_of(model):
    """What is kept of comparing all of this kind: one row, or none before the first time."""
    return Comparison.objects.filter(model=kinds.label_of(model))


def begin_comparison(kind, now):
    """Remember that it was asked for; ``False`` where one runs already."""
    comparison, is_new = Comparison.objects.get_or_create(
        model=kinds.label_of(kind.model),
        defaults={"asked_at": now},
    )
    if not is_new and comparison.is_busy(now):
        return False
    values = {
        "asked_at": now,
        "finished_at": None,
        "done": 0,
        "total": kind.model.objects.count(),
    }
    Comparison.objects.filter(pk=comparison.pk).update(**values)
    return True


def compare_all(kind):
    """Compare all entries of a kind with each other, and tell how far that is."""
    comparisons = comparisons_of(kind.model)

    def tell(done, total):
        comparisons.update(done=done, total=total)

    kind.find(tell=tell)
    comparisons.update(finished_at=timezone.now())
