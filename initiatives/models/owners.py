"""Things that are about one other thing, of several kinds."""

from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from partners.models import Network, Organisation

from .initiative import Initiative
from .theme import Theme


def exactly_one(*names):
    """A condition: one of these foreign keys is filled, the others are empty."""
    condition = Q()
    for chosen in names:
        is_null = {f"{name}__isnull": name != chosen for name in names}
        condition |= Q(**is_null)
    return condition


def _owner(model, verbose_name):
    return models.ForeignKey(
        model,
        models.CASCADE,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        related_name="%(class)ss",
    )


class AboutOneThing(models.Model):
    """The base of what is said about an initiative, a theme, a network or an organisation."""

    OWNERS = ("initiative", "theme", "network", "organisation")

    initiative = _owner(Initiative, "praktijkvoorbeeld")
    theme = _owner(Theme, "thema")
    network = _owner(Network, "netwerk")
    organisation = _owner(Organisation, "organisatie")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("initiative", "theme", "network", "organisation"),
                name="%(class)s_about_one_thing",
                violation_error_message="Kies één ding waar dit over gaat: voorbeeld, thema, netwerk of organisatie.",
            )
        ]
