from django.db import models

from accounts.scopes import OwnedQuerySet

from .event import Event


class ToldFacts(models.Model):
    """The days, hours and places that who registered was last told; what is different since is asked about."""

    OWNERS = ("event",)

    event = models.OneToOneField(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="told",
        primary_key=True,
    )
    facts = models.JSONField("wat verteld is")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "wat verteld is"
        verbose_name_plural = "wat verteld is"

    def __str__(self):
        return f"Verteld over {self.event}"
