"""Kinds of fields of which a meeting has several."""

from django.db import models


def linked_to(model, words):
    """What a meeting may have to do with; seen from there these are ``meetings``."""
    return models.ManyToManyField(
        model,
        verbose_name=words,
        related_name="meetings",
        blank=True,
    )
