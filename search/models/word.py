from django.db import models


class CorpusWord(models.Model):
    """A word as it stands in some document: what typing errors are compared with, and what a prefix grows into."""

    word = models.CharField(
        max_length=60,
        primary_key=True,
        db_collation="C",
    )

    class Meta:
        verbose_name = "woord in de teksten"
        verbose_name_plural = "woorden in de teksten"

    def __str__(self):
        return self.word
