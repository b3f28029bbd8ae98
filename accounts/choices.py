"""The words to choose from for accounts."""

from django.db import models


class WorkMail(models.TextChoices):
    """When a curator is mailed of what waits for them."""

    AT_ONCE = "meteen", "meteen als er iets binnenkomt"
    DAILY = "dagelijks", "elke ochtend, als er iets wacht"
    NEVER = "niet", "niet, ik kijk zelf op de startpagina"
