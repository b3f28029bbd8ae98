"""The words that the app chooses from."""

from django.db import models


class ReactionKind(models.TextChoices):
    """What somebody writes."""

    QUESTION = "vraag", "Vraag"
    EXPERIENCE = "ervaring", "Ervaring"
    ANSWER = "antwoord", "Antwoord"


class ReactionState(models.TextChoices):
    """How far a reaction is; ``WITHDRAWN`` is a question of which only the answers are left."""

    UNCONFIRMED = "onbevestigd", "Adres nog niet bevestigd"
    WAITING = "wacht", "Wacht op een curator"
    SHOWN = "geplaatst", "Staat op de site"
    REFUSED = "niet-geplaatst", "Niet geplaatst"
    WITHDRAWN = "ingetrokken", "Ingetrokken"
