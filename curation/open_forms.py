"""Who has which form open, so that two people know of each other before they both write."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import models

from accounts import kinds


class OpenFormQuerySet(models.QuerySet):
    """The words for choosing open forms."""

    def of(self, row):
        """Those of one row, whichever of its kinds the form is of."""
        return self.filter(
            model=kinds.label_of_table(row),
            object_id=row.pk,
        )

    def active(self, now):
        """Those that still count as open."""
        return self.filter(until__gt=now)

    def keep_open(
        self,
        row,
        *,
        user,
        now,
        lasts,
    ):
        """Remember that this user has the form of this row open, for so long."""
        self.update_or_create(
            user=user,
            model=kinds.label_of_table(row),
            object_id=row.pk,
            defaults={"until": now + lasts},
        )


class OpenForm(models.Model):
    """A form that somebody opened; the page gives a sign each half minute while it stands on a screen."""

    BETWEEN_SIGNS = timedelta(minutes=2)  # one or two signs may be lost
    # of a browser without scripts we hear nothing more
    WITHOUT_SIGN = timedelta(minutes=15)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name="gebruiker",
        related_name="open_forms",
    )
    model = models.CharField("soort", max_length=100)  # like initiatives.initiative
    object_id = models.BigIntegerField("nummer")
    until = models.DateTimeField("telt tot", db_index=True)

    objects = OpenFormQuerySet.as_manager()

    class Meta:
        verbose_name = "open formulier"
        verbose_name_plural = "open formulieren"
        constraints = [
            models.UniqueConstraint(
                fields=["model", "object_id", "user"],
                name="open_form_unique",
                violation_error_message="Dit formulier heb je al open.",
            )
        ]

    def __str__(self):
        kind = kinds.name_of(apps.get_model(self.model))
        return f"{kind} {self.object_id}"
