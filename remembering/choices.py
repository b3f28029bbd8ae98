"""The words that the app chooses from."""

from django.db import models


class ContentKind(models.TextChoices):
    """What pages are made from, apart because it changes at other times."""

    CONTENT = "content", "inhoud"
    PLACES = "places", "plaatsen bij bijeenkomsten"
