from django.conf import settings
from django.db import models

from accounts.scopes import OwnedQuerySet, ScopedQuerySet

from .library import Library
from .province import Province


class Curatorship(models.Model):
    """A user keeps the entries of a province, or of the whole country where no province is named."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name="gebruiker",
        related_name="curatorships",
    )
    province = models.ForeignKey(
        Province,
        models.CASCADE,
        verbose_name="provincie",
        null=True,
        blank=True,
        related_name="curatorships",
        help_text="Laat leeg voor het hele land.",
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "curator"
        verbose_name_plural = "curatoren"
        ordering = ["user__email", "province__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "province"],
                name="curatorship_unique",
                nulls_distinct=False,
                violation_error_message="Deze gebruiker is hier al curator.",
            )
        ]

    def __str__(self):
        return f"{self.user}: {self.province or 'hele land'}"


class MembershipQuerySet(OwnedQuerySet):
    """The words for choosing memberships."""

    def active(self):
        """Memberships of people who work there now and can log in."""
        return self.filter(is_active=True, user__is_active=True)


class Membership(models.Model):
    """A user works at a library, and may write about what it does under *Mijn bibliotheek*."""

    OWNERS = ("library",)
    RESTORED_WITH_OWNER = False  # an old version of a library gives nobody access again

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name="gebruiker",
        related_name="memberships",
    )
    library = models.ForeignKey(
        Library,
        models.CASCADE,
        verbose_name="bibliotheek",
        related_name="memberships",
    )
    job_title = models.CharField("functie", max_length=120, blank=True)
    is_active = models.BooleanField("werkt hier nu", default=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "bibliotheeklid"
        verbose_name_plural = "bibliotheekleden"
        ordering = ["library__sort_key", "user__email"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "library"],
                name="membership_unique",
                violation_error_message="Deze gebruiker hoort al bij deze bibliotheek.",
            )
        ]

    def __str__(self):
        return f"{self.user} bij {self.library}"
