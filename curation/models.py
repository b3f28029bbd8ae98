"""What the curators keep for themselves."""

from datetime import timedelta

from django.conf import settings
from django.db import models

from .comparisons import Comparison
from .merges import Merge
from .open_forms import OpenForm

__all__ = [
    "CheckedLink",
    "Comparison",
    "FormerAddress",
    "Merge",
    "OpenForm",
    "SavedView",
    "TaskFailure",
]


class SavedView(models.Model):
    """A list as somebody wants to see it again: which model, and the query string with filters, search and order."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name="gebruiker",
        related_name="saved_views",
    )
    list_name = models.CharField("lijst", max_length=100)  # like initiatives.initiative
    name = models.CharField("naam", max_length=80)
    query = models.CharField("filters", max_length=2000, blank=True)
    is_shared = models.BooleanField("voor alle curatoren", default=False)

    class Meta:
        verbose_name = "bewaarde weergave"
        verbose_name_plural = "bewaarde weergaven"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "list_name", "name"],
                name="saved_view_unique",
                violation_error_message="Je hebt al een weergave met deze naam.",
            )
        ]

    def __str__(self):
        return self.name


class FormerAddress(models.Model):
    """The slug of something that was merged into another of its kind; its old address leads there."""

    model = models.CharField("soort", max_length=100)  # like initiatives.initiative
    slug = models.SlugField("kenmerk", max_length=120)
    target_id = models.BigIntegerField("nummer van het andere")
    former_id = models.BigIntegerField("nummer dat het had")

    class Meta:
        verbose_name = "vroeger adres"
        verbose_name_plural = "vroegere adressen"
        constraints = [
            models.UniqueConstraint(
                fields=["model", "slug"],
                name="former_address_unique",
                violation_error_message="Dit adres leidt al ergens heen.",
            )
        ]

    def __str__(self):
        return self.slug


class CheckedLinkQuerySet(models.QuerySet):
    """The words for choosing web addresses."""

    def broken(self):
        """Addresses that failed at least twice in a row: one failure may be a bad night."""
        return self.filter(failures__gte=2)

    def due(self, now):
        """Addresses not looked at for a week, the longest ago first."""
        return self.filter(
            models.Q(checked_at=None) | models.Q(checked_at__lt=now - CheckedLink.EVERY)
        ).order_by(models.F("checked_at").asc(nulls_first=True), "pk")


class CheckedLink(models.Model):
    """A web address that our entries point to, and whether it still leads somewhere."""

    EVERY = timedelta(days=7)

    url = models.CharField("webadres", max_length=500, unique=True)
    checked_at = models.DateTimeField("bekeken op", null=True, blank=True)
    # HTTP status
    status = models.PositiveSmallIntegerField(
        "antwoord",
        null=True,
        blank=True,
    )
    problem = models.CharField(
        "wat er mis is",
        max_length=200,
        blank=True,
    )
    failures = models.PositiveSmallIntegerField("keer mis", default=0)
    broken_since = models.DateTimeField(
        "kapot sinds",
        null=True,
        blank=True,
    )

    objects = CheckedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "webadres"
        verbose_name_plural = "webadressen"
        ordering = ["-failures", "url"]

    def __str__(self):
        return self.url


class TaskFailure(models.Model):
    """Why a background task failed the last time; it stays until it is tried again with success."""

    job_id = models.BigIntegerField("nummer", unique=True)
    task = models.CharField("taak", max_length=200)
    reason = models.TextField("reden")
    failed_at = models.DateTimeField("mislukt op", auto_now=True)

    class Meta:
        verbose_name = "mislukte taak"
        verbose_name_plural = "mislukte taken"
        ordering = ["-failed_at"]

    def __str__(self):
        return self.task
