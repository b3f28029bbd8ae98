from typing import Any

from django.conf import settings
from django.db import models

from spreadsheets.choices import Meaning


class ExplainedWord(models.Model):
    """What a curator said that a word in the files for a list means: remembered for the next file."""

    Meaning: Any = Meaning  # mypy would take what is in it for pairs of texts

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name="wie",
        related_name="explained_words",
    )
    model = models.CharField("soort", max_length=100)
    column = models.CharField("kolom", max_length=80)
    word = models.CharField("woord", max_length=200)
    # the word as it is compared: without capitals, accents and signs
    compared = models.CharField(max_length=200)
    meaning = models.CharField(
        "betekent",
        max_length=10,
        choices=Meaning,
    )
    # as an export writes it
    key = models.CharField("waarde", max_length=200, blank=True)
    shown = models.CharField("waarde", max_length=300, blank=True)  # as people call it

    class Meta:
        verbose_name = "uitgelegd woord"
        verbose_name_plural = "uitgelegde woorden"
        ordering = ["column", "word"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "model", "column", "compared"],
                name="explained_word_unique",
                violation_error_message="Dit woord heb je al uitgelegd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.column}: {self.word}"

    @property
    def in_words(self) -> str:
        """What it means, for a person."""
        if self.meaning == Meaning.VALUE:
            return self.shown
        return self.get_meaning_display()
