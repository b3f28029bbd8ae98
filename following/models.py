"""What is new, and who hears of it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from .choices import Rhythm
from .querysets import FollowerQuerySet, FollowQuerySet, NewsQuerySet


class News(models.Model):
    """When a page that can be found came, and when its title or text last changed.

    Of what stood on the site before anybody noted news, ``published_at`` is unknown.
    """

    kind = models.CharField("soort", max_length=20)
    object_id = models.PositiveIntegerField("nummer")
    fingerprint = models.CharField("vingerafdruk van titel en tekst", max_length=32)
    published_at = models.DateTimeField("op de site sinds", null=True)
    changed_at = models.DateTimeField("laatst veranderd op", db_index=True)

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = "nieuws"
        verbose_name_plural = "nieuws"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                name="news_of_one_object",
                violation_error_message="Van dit onderdeel is al nieuws.",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(published_at__lte=F("changed_at")),
                name="news_published_before_changed",
                violation_error_message="Iets verandert niet voordat het op de site staat.",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class Follower(models.Model):
    """Somebody who hears by mail what is new; no account is needed."""

    email = models.EmailField("e-mailadres")
    rhythm = models.CharField(
        "hoe vaak",
        max_length=4,
        choices=Rhythm,
        default=Rhythm.WEEKLY,
    )
    told_until = models.DateTimeField("gemeld tot en met")

    objects = FollowerQuerySet.as_manager()

    class Meta:
        verbose_name = "volger"
        verbose_name_plural = "volgers"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="follower_unique",
                violation_error_message="Dit adres volgt al iets.",
            ),
        ]

    def __str__(self):
        return self.email


class Follow(models.Model):
    """A page or a list of results that somebody follows; it counts once it is confirmed from their mail."""

    follower = models.ForeignKey(
        Follower,
        models.CASCADE,
        verbose_name="volger",
        related_name="follows",
    )
    address = models.CharField("adres op de site", max_length=600)
    title = models.CharField("titel", max_length=300)
    asked_at = models.DateTimeField("gevraagd op")
    confirmed_at = models.DateTimeField("bevestigd op", null=True)

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = "wat iemand volgt"
        verbose_name_plural = "wat mensen volgen"
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["follower", "address"],
                name="follow_unique",
                violation_error_message="Dit volg je al.",
            ),
        ]

    def __str__(self):
        return self.title


class Dismissal(models.Model):
    """Something that a follower does not want to hear of any more."""

    follower = models.ForeignKey(
        Follower,
        models.CASCADE,
        verbose_name="volger",
        related_name="dismissals",
    )
    news = models.ForeignKey(
        News,
        models.CASCADE,
        verbose_name="nieuws",
        related_name="dismissals",
    )

    class Meta:
        verbose_name = "wat iemand niet meer wil horen"
        verbose_name_plural = "wat mensen niet meer willen horen"
        constraints = [
            models.UniqueConstraint(
                fields=["follower", "news"],
                name="dismissal_unique",
                violation_error_message="Dit krijg je al niet meer.",
            ),
        ]

    def __str__(self):
        return f"{self.follower}: {self.news}"
