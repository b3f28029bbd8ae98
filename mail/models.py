"""The mail that waits to be sent, and the numbers of what was sent."""

from datetime import datetime, timedelta
from typing import Self

from django.contrib.auth import get_user_model
from django.db import models

ABOUT_USER = "user-"
MAIL_WAITS = timedelta(hours=1)  # longer is no ordinary delay


class OutgoingMailQuerySet(models.QuerySet):
    """Mail that waits."""

    def for_accounts(self) -> Self:
        """What goes to somebody because they have an account."""
        return self.filter(about__startswith=ABOUT_USER)

    def overdue(self, now: datetime) -> Self:
        """What should have been sent long ago: somebody must look why it was not."""
        return self.filter(made_at__lt=now - MAIL_WAITS)


class OutgoingMail(models.Model):
    """A mail that waits to be sent; it goes from here as soon as it is."""

    # empty: work that only has to look the same
    to = models.EmailField("aan", blank=True)
    # empty: the answer goes to the sender
    reply_to = models.EmailField("antwoord aan", blank=True)
    subject = models.CharField("onderwerp", max_length=200)
    body = models.TextField("tekst")
    # empty: the text alone
    html = models.TextField(
        "opgemaakte tekst",
        blank=True,
        default="",
    )
    # an address that takes a POST
    unsubscribe = models.CharField(
        "afmelden",
        max_length=300,
        blank=True,
        default="",
    )
    # so that it can go with that
    about = models.CharField(
        "gaat over",
        max_length=60,
        blank=True,
        db_index=True,
    )
    # [who makes it (dotted path), of what (number)], …
    attachments = models.JSONField("bijlagen", default=list)
    made_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        # where it stood before mail had a room of its own
        db_table = "accounts_outgoingmail"
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mail"

    def __str__(self):
        return self.subject

    @property
    def is_for_nobody(self) -> bool:
        """Whether it was for an account that is there no longer."""
        number = self.about.removeprefix(ABOUT_USER)
        return (
            number != self.about
            and not get_user_model()
            .objects.filter(
                pk=number,
                is_active=True,
            )
            .exists()
        )


class HandledMail(models.Model):
    """The number of a mail that was sent or withdrawn; a task that finds no mail knows by it that none is missing."""

    mail_id = models.BigIntegerField("nummer", primary_key=True)
    handled_at = models.DateTimeField("afgehandeld op", auto_now_add=True)

    class Meta:
        db_table = "accounts_handledmail"
        verbose_name = "afgehandelde mail"
        verbose_name_plural = "afgehandelde mail"

    def __str__(self):
        return str(self.mail_id)
