from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from events.choices import MailingSelection

from .event import Event


class Mailing(models.Model):
    """A mail of the organiser to attendees: what was sent to how many, not to whom; or what waits for its time."""

    OWNERS = ("event",)

    Selection = MailingSelection

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="mailings",
    )
    key = models.UUIDField(
        "sleutel van het formulier",
        unique=True,
        editable=False,
    )
    selection = models.CharField(
        "aan wie",
        max_length=20,
        choices=Selection,
    )
    session = models.ForeignKey(
        "events.Session",
        models.SET_NULL,
        verbose_name="van deelsessie",
        null=True,
        blank=True,
        related_name="+",
    )
    subject = models.CharField("onderwerp", max_length=150)
    body = models.TextField("tekst", max_length=10_000)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="verstuurd door",
        null=True,
        related_name="+",
    )
    documents = models.ManyToManyField(
        "initiatives.Document",
        verbose_name="bijlagen",
        related_name="+",
        blank=True,
    )
    planned_at = models.DateTimeField(
        "versturen op",
        null=True,
        blank=True,
    )
    # moves along with it
    planned_for = models.DateField(
        "gepland bij de eerste dag",
        null=True,
        editable=False,
    )
    # empty as long as its time has not come
    queued_at = models.DateTimeField("verstuurd op", null=True)
    recipients = models.PositiveIntegerField("aantal ontvangers", default=0)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "mailing"
        verbose_name_plural = "mailings"
        ordering = ["-queued_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(subject="") & ~Q(body=""),
                name="mailing_subject_and_body",
                violation_error_message="Een mail heeft een onderwerp en een tekst.",
            )
        ]

    def __str__(self):
        return self.subject
