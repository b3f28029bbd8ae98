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


def owner(model, verbose_name, related_name="%(class)ss"):
    """A foreign key to what something may be about; which of them is filled says ``exactly_one``."""
    return models.ForeignKey(
        model,
        models.CASCADE,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        related_name=related_name,
    )


class AboutOneThing(models.Model):
    """The base of what is said about an initiative, a theme, a network or an organisation."""

    OWNERS = ("initiative", "theme", "network", "organisation")

    initiative = owner(Initiative, "praktijkvoorbeeld")
    theme = owner(Theme, "thema")
    network = owner(Network, "netwerk")
    organisation = owner(Organisation, "organisatie")

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
