from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from accounts.scopes import ScopedQuerySet


class Synonym(models.Model):
    """Two ways to say the same: whoever searches one also finds the other, or only in one direction."""

    word = models.CharField(
        "woord",
        max_length=80,
        help_text="Een woord, afkorting of paar woorden, zoals: Wmo.",
    )
    meaning = models.CharField(
        "betekent ook",
        max_length=80,
        help_text="Bijvoorbeeld: Wet maatschappelijke ondersteuning.",
    )
    is_two_way = models.BooleanField(
        "ook andersom",
        default=True,
        help_text="Uit: wie ‘betekent ook’ intypt, vindt het woord niet vanzelf.",
    )
    note = models.CharField(
        "toelichting",
        max_length=200,
        blank=True,
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "synoniem"
        verbose_name_plural = "synoniemen"
        ordering = ["word", "meaning"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(word="") & ~Q(meaning=""),
                name="synonym_has_both_sides",
                violation_error_message="Vul het woord in en wat het ook betekent.",
            ),
            models.CheckConstraint(
                condition=~Q(word__iexact=F("meaning")),
                name="synonym_of_something_else",
                violation_error_message="Een woord is geen synoniem van zichzelf.",
            ),
            models.UniqueConstraint(
                Lower("word"),
                Lower("meaning"),
                name="synonym_unique",
                violation_error_message="Dit synoniem staat er al.",
            ),
        ]

    def __str__(self):
        arrow = "→"
        if self.is_two_way:
            arrow = "↔"
        return f"{self.word} {arrow} {self.meaning}"
