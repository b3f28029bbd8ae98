"""The words that the app chooses from."""

from django.db import models


class EntryKind(models.TextChoices):
    """What an entry is about: something that is done, or something that was only thought up, written or asked for."""

    PRACTICE = "practice", "Praktijkvoorbeeld"  # somebody does it, or did it
    IDEA = "idea", "Idee"  # thought up or planned; nobody was seen doing it
    DOCUMENT = "document", "Document"  # a letter, position paper, analysis, manifesto or agreement
    CAMPAIGN = "campaign", "Campagne"  # a programme or action to win others over


OTHER_KINDS = [EntryKind.IDEA, EntryKind.DOCUMENT, EntryKind.CAMPAIGN]
