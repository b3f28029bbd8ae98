from django.db import models

from accounts.scopes import OwnedQuerySet

from .booking import Registration


class PersonalNeeds(models.Model):
    """What somebody eats or needs; apart from the rest, only for who organises, and gone the day after the event."""

    OWNERS = ("registration",)

    registration = models.OneToOneField(
        Registration,
        models.CASCADE,
        verbose_name="deelnemer",
        related_name="needs",
        primary_key=True,
    )
    diet = models.CharField(
        "eten en drinken",
        max_length=300,
        blank=True,
    )
    access = models.CharField(
        "toegankelijkheid",
        max_length=300,
        blank=True,
    )

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "wensen"
        verbose_name_plural = "wensen"

    def __str__(self):
        return "; ".join(filter(None, [self.diet, self.access]))
