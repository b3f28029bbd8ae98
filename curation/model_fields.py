"""Fields that models of several rooms have in common."""

from django.conf import settings
from django.db import models


def noted_on(words):
    """A day that the site itself writes down."""
    return models.DateField(
        words,
        null=True,
        blank=True,
        editable=False,
    )


def day_of_archiving():
    """When a curator took something off the site that should not be thrown away."""
    return noted_on("gearchiveerd op")


def decider():
    """Who decided about what somebody sent in; empty as long as nobody did."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="besloten door",
        null=True,
        blank=True,
        related_name="+",
    )


def moment_of_decision():
    """When that was."""
    return models.DateTimeField(
        "besloten op",
        null=True,
        blank=True,
    )
