"""Which sessions somebody goes to."""

from django.db import models
from django.db.models import Q

from events.attendee_querysets import SessionChoiceQuerySet
from events.choices import LIVE, Place

from .booking import Registration
from .programme import Session


class SessionChoice(models.Model):
    """Somebody has, wants or had a place in a session; in the order of their numbers."""

    OWNERS = ("registration",)

    Place = Place

    registration = models.ForeignKey(
        Registration,
        models.CASCADE,
        verbose_name="deelnemer",
        related_name="session_choices",
    )
    session = models.ForeignKey(
        Session,
        models.PROTECT,
        verbose_name="deelsessie",
        related_name="choices",
    )
    round = models.PositiveSmallIntegerField("ronde")
    place = models.CharField("plek", max_length=20, choices=Place)
    offered_until = models.DateTimeField(
        "aanbod geldt tot",
        null=True,
        blank=True,
    )
    # of who gave up the meeting too: what comes back when that is undone
    place_before = models.CharField(
        "plek voor het afmelden",
        max_length=20,
        choices=Place,
        blank=True,
        default="",
        editable=False,
    )

    objects = SessionChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "keuze voor een deelsessie"
        verbose_name_plural = "keuzes voor deelsessies"
        ordering = ["registration", "round", "pk"]
        indexes = [
            models.Index(
                fields=["session", "place", "id"],
                name="session_choice_queue",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "round"],
                condition=Q(place=Place.CONFIRMED),
                name="session_choice_one_each_round",
                violation_error_message="Je kunt per ronde naar één deelsessie.",
            ),
            models.UniqueConstraint(
                fields=["registration", "session"],
                condition=Q(place__in=[str(place) for place in LIVE]),
                name="session_choice_unique",
                violation_error_message="Deze deelsessie is al gekozen.",
            ),
            models.CheckConstraint(
                condition=Q(place__in=Place.values),
                name="session_choice_place_known",
                violation_error_message="Deze stand kennen we niet.",
            ),
            models.CheckConstraint(
                condition=Q(place=Place.OFFERED, offered_until__isnull=False)
                | ~Q(place=Place.OFFERED) & Q(offered_until=None),
                name="session_choice_offer_has_end",
                violation_error_message="Een aangeboden plek heeft een moment waarop het aanbod stopt.",
            ),
        ]

    def __str__(self):
        return f"{self.registration}: {self.session}"
