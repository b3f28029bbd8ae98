"""The words that the app chooses from."""

from django.db import models


class SourceKind(models.TextChoices):
    """What can be looked up."""

    ARTICLE = "artikel", "Artikel"
    COMMENT = "reactie", "Reactie van een lezer"
    DATASET = "dataset", "Cijfers of register"
    LAW = "wet", "Wet"
    EDITORS = "redactie", "Oordeel van de redactie"
