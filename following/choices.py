"""The words that the app chooses from."""

from django.db import models


class Rhythm(models.TextChoices):
    """How often somebody hears what is new."""

    DAILY = "dag", "Elke dag"
    WEEKLY = "week", "Elke week"
