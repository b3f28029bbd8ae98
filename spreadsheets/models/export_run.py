from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.text import slugify

from accounts import kinds
from accounts.models import User
from spreadsheets.choices import FileKind


class ExportRunQuerySet(models.QuerySet):
    """The words for choosing exports."""

    def visible_to(self, user: User) -> models.QuerySet:
        """Exports are of who asked for them."""
        return self.filter(user=user)

    def outdated(self, now: datetime) -> models.QuerySet:
        """Exports past their term."""
        return self.filter(created_at__lt=now - ExportRun.TERM)


class ExportRun(models.Model):
    """A spreadsheet that a curator asked for; made in the background, kept for a week, also when the account goes."""

    TERM = settings.EXPORTS_KEPT

    Kind = FileKind

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="wie",
        null=True,
        related_name="export_runs",
    )
    model = models.CharField("soort", max_length=100)
    # empty: still to choose
    kind = models.CharField(
        "bestandssoort",
        max_length=4,
        choices=Kind,
        blank=True,
    )
    keys = models.JSONField(default=list)  # numbers of the chosen rows, in order
    file = models.FileField(
        "bestand",
        upload_to="exports/",
        blank=True,
    )
    problem = models.TextField("reden", blank=True)
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)

    objects = ExportRunQuerySet.as_manager()

    class Meta:
        verbose_name = "export"
        verbose_name_plural = "exports"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        model = apps.get_model(self.model)
        plural = slugify(kinds.plural_of(model))
        name = f"{plural}-{self.created_at:%Y-%m-%d}"
        if self.kind:
            return f"{name}.{self.kind}"
        return name
