from django.db import models
from django.db.models import F, Q

from search.querysets import SearchedWordQuerySet


class SearchedWord(models.Model):
    """How often readers searched with a word in a month, found nothing, and opened something.

    Words only, each apart: nothing says who searched, when exactly, or what else was in the question.
    """

    word = models.CharField("woord", max_length=40)
    month = models.DateField("maand", help_text="De eerste dag van de maand.")
    searches = models.PositiveIntegerField("gezocht", default=0)
    without_result = models.PositiveIntegerField("niets gevonden", default=0)
    opened = models.PositiveIntegerField("iets geopend", default=0)
    is_done = models.BooleanField("afgehandeld", default=False)

    objects = SearchedWordQuerySet.as_manager()

    class Meta:
        verbose_name = "zoekwoord"
        verbose_name_plural = "zoekwoorden"
        ordering = ["-month", "-without_result", "-searches", "word"]
        constraints = [
            models.UniqueConstraint(
                fields=["word", "month"],
                name="searched_word_unique",
                violation_error_message="Dit woord wordt deze maand al geteld.",
            ),
            models.CheckConstraint(
                condition=Q(without_result__lte=F("searches")),
                name="searched_word_not_oftener_without_result",
                violation_error_message="Een woord kan niet vaker zonder resultaat zijn dan het gezocht is.",
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="searched_word_month_begins",
                violation_error_message="Een maand wordt geschreven als haar eerste dag.",
            ),
        ]

    def __str__(self):
        return self.word
