from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from .note import TermQuerySet, new_token


class OwnList(models.Model):
    """What somebody with an account saved to read again; ``entries`` as in ``opportunities/my_list/changes.py``."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name="van wie",
        related_name="+",
    )
    entries = models.JSONField("wat erin staat", default=list)

    class Meta:
        verbose_name = "eigen lijst"
        verbose_name_plural = "eigen lijsten"

    def __str__(self):
        return f"Lijst van {self.user}"


class SharedList(models.Model):
    """A list as it was on the day somebody shared it, behind a secret address and for a term.

    ``entries`` may hold notes with names in them, so that it is only seen with the link: no admin, no history.
    """

    token = models.CharField(
        "geheim adres",
        max_length=40,
        unique=True,
        default=new_token,
        editable=False,
    )
    title = models.CharField("naam van de lijst", max_length=120)
    entries = models.JSONField("wat erin staat")
    shared_on = models.DateField("gedeeld op")
    remove_on = models.DateField("verwijderen op")

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "gedeelde lijst"
        verbose_name_plural = "gedeelde lijsten"
        constraints = [
            models.CheckConstraint(
                condition=Q(shared_on__lt=models.F("remove_on")),
                name="shared_list_has_a_term",
                violation_error_message="Een gedeelde lijst wordt na het delen verwijderd.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("opportunities:shared_list_detail", args=[self.token])
