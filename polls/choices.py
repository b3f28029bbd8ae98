"""The words that the app chooses from."""

from django.db import models


class Opinion(models.TextChoices):
    """What somebody thinks of a statement."""

    AGREE = "eens", "Eens"
    DISAGREE = "oneens", "Oneens"


class MotiveState(models.TextChoices):
    """How far a motive is; without words there is nothing to judge."""

    NONE = "geen", "Geen motief"
    WAITING = "wacht", "Wacht op een curator"
    SHOWN = "geplaatst", "Staat op de site"
    REFUSED = "niet-geplaatst", "Niet geplaatst"
