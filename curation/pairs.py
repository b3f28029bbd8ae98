"""Pairs of one kind that look alike, and what curators said of them."""

from django.db import models


class LikelyPairQuerySet(models.QuerySet):
    """The words for choosing pairs."""

    def to_decide(self, rows):
        """Pairs of which nobody said yet what they are, both among these things."""
        return self.filter(
            is_dismissed=False,
            one__in=rows,
            other__in=rows,
        )

    def of(self, one, other):
        """The pair of these two numbers, in whatever order."""
        first, second = sorted([one, other])
        return self.filter(one=first, other=second)


class LikelyPair(models.Model):
    """Two that look alike; a pair that a curator dismissed stays, so that nobody is asked again.

    A kind of thing adds ``one`` and ``other``, the oldest first, and ``rules_of_pairs``.
    """

    score = models.PositiveSmallIntegerField("hoe gelijk")  # of 100
    reason = models.CharField("wat ze delen", max_length=120)
    is_dismissed = models.BooleanField("is iets anders", default=False)

    objects = LikelyPairQuerySet.as_manager()

    class Meta:
        abstract = True
        verbose_name = "mogelijke dubbele"
        verbose_name_plural = "mogelijke dubbelen"
        ordering = ["-score", "pk"]

    def __str__(self):
        return f"{self.one} en {self.other}"


def rules_of_pairs(name, oldest):
    """The constraints of a kind of pair: it stands there once, with the oldest first; ``oldest`` as one says it."""
    return [
        models.UniqueConstraint(
            fields=["one", "other"],
            name=f"{name}_unique",
            violation_error_message="Dit paar staat er al.",
        ),
        models.CheckConstraint(
            condition=models.Q(one__lt=models.F("other")),
            name=f"{name}_in_order",
            violation_error_message=f"{oldest} van de twee staat voorop.",
        ),
    ]


def keep_pairs(pairs, alike):
    """Keep the pairs that look alike; what a curator said of a pair stays, pairs that no longer look alike go.

    ``pairs``: all that are kept of this kind of thing; ``alike``: {(number, higher number): (score, reason)}.
    """
    delete_unlike_pairs(pairs, alike)
    rows = []
    for (one, other), (score, reason) in alike.items():
        row = pairs.model(
            one_id=one,
            other_id=other,
            score=score,
            reason=reason,
        )
        rows.append(row)
    pairs.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["score", "reason"],
        batch_size=500,
    )


def delete_unlike_pairs(pairs, alike):
    """Delete what was kept of other pairs than these, except what a curator judged."""
    kept = []
    for pk, one, other in pairs.values_list("pk", "one", "other"):
        if (one, other) in alike:
            kept.append(pk)
    pairs.filter(is_dismissed=False).exclude(pk__in=kept).delete()


def dismiss(pairs, one, other):
    """Remember that these two are not the same, also where nobody asked."""
    first, second = sorted([one, other])
    pairs.update_or_create(
        one_id=first,
        other_id=second,
        defaults={"is_dismissed": True},
        create_defaults={
            "is_dismissed": True,
            "score": 0,
            "reason": "zelf vergeleken",
        },
    )


def move_pairs(pairs, kept, gone):
    """Pairs with the number that goes become pairs with the one that stays, with what was said of them."""
    for pair in pairs.filter(models.Q(one=gone) | models.Q(other=gone)):
        pair.delete()
        third = pair.one_id
        if third == gone:
            third = pair.other_id
        if third == kept:
            continue
        first, second = sorted([kept, third])
        judgement = {
            "score": pair.score,
            "reason": pair.reason,
            "is_dismissed": pair.is_dismissed,
        }
        pairs.get_or_create(
            one_id=first,
            other_id=second,
            defaults=judgement,
        )
