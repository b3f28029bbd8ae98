"""What a merge did, so that it can be taken back."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from accounts import kinds


class MergeQuerySet(models.QuerySet):
    """The words for choosing merges."""

    def standing(self):
        """Those that nobody took back."""
        return self.filter(taken_back_at=None)

    def of(self, model):
        """Those of one kind of thing."""
        return self.filter(model=kinds.label_of(model))

    def outdated(self, now):
        """Those past their term."""
        return self.filter(merged_at__lt=now - Merge.TERM)


class Merge(models.Model):
    """Two things that became one.

    ``moved``: [model, column, from number, to number, [numbers of rows]] in order of moving. ``dropped``: rows as
    Django's serializer gives them, what was merged itself last. ``changed``: {column of what is kept: [before, after]}
    as texts or ``null``. ``stayed``: sentences about what did not come back.
    """

    TERM = timedelta(days=90)  # as long as what was deleted can be brought back

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="wie",
        null=True,
        related_name="+",
    )
    model = models.CharField("soort", max_length=100)  # like initiatives.initiative
    kept_id = models.BigIntegerField("nummer van wat bleef")
    gone_id = models.BigIntegerField("nummer van wat opging in het andere")
    kept_name = models.CharField("wat bleef", max_length=300)
    gone_name = models.CharField("wat opging in het andere", max_length=300)
    slug = models.CharField("vroeger kenmerk", max_length=120)
    moved = models.JSONField(default=list)
    dropped = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    changed = models.JSONField(default=dict)
    merged_at = models.DateTimeField("samengevoegd op", auto_now_add=True)
    taken_back_at = models.DateTimeField(
        "teruggedraaid op",
        null=True,
        blank=True,
    )
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="teruggedraaid door",
        null=True,
        related_name="+",
    )
    stayed = models.JSONField(default=list)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        ordering = ["-merged_at", "-pk"]

    def __str__(self):
        return f"‘{self.gone_name}’ in ‘{self.kept_name}’"

    @property
    def tracked(self):
        """The model of both."""
        return apps.get_model(self.model)
