"""Who speaks or leads, and in which part of the programme."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.scopes import ScopedQuerySet
from events.choices import AppearanceRole
from events.programme_querysets import AppearanceQuerySet
from partners.fields import SortKeyField
from partners.models import Organisation
from sources.model_fields import optional_source

from .event import Event
from .programme import Session


class Speaker(models.Model):
    """Somebody in a programme; as public as the programme is."""

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    name = models.CharField("naam", max_length=120)
    job_title = models.CharField("functie", max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        verbose_name="organisatie",
        null=True,
        blank=True,
        related_name="speakers",
    )
    source = optional_source()
    sort_key = SortKeyField("name")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "spreker"
        verbose_name_plural = "sprekers"
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="speaker_name_not_empty",
                violation_error_message="Een spreker heeft een naam.",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def name_in_chooser(self):
        """With what they do: two people may have one name."""
        if self.job_title:
            return f"{self.name} ({self.job_title})"
        return self.name


class Appearance(models.Model):
    """Somebody has a role in a session, or in the whole event; one may have several."""

    OWNERS = ("event",)

    Role = AppearanceRole

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="appearances",
    )
    session = models.ForeignKey(
        Session,
        models.CASCADE,
        verbose_name="onderdeel",
        null=True,
        blank=True,
        related_name="appearances",
        help_text="Laat leeg als het bij de hele bijeenkomst hoort.",
    )
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        verbose_name="wie",
        related_name="appearances",
    )
    role = models.CharField(
        "rol",
        max_length=20,
        choices=Role,
        default=Role.SPEAKER,
    )
    is_still_to_ask = models.BooleanField(
        "nog vragen",
        default=False,
        help_text="Wie nog gevraagd moet worden, staat niet op de site.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        verbose_name = "rol in het programma"
        verbose_name_plural = "rollen in het programma"
        ordering = ["event", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "session", "speaker", "role"],
                name="appearance_unique",
                nulls_distinct=False,
                violation_error_message="Deze persoon heeft deze rol al.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=AppearanceRole.values),
                name="appearance_role_known",
                violation_error_message="Een rol is dagvoorzitter, spreker, moderator of panellid.",
            ),
        ]

    def __str__(self):
        return f"{self.speaker}: {self.get_role_display().lower()}"

    def clean(self):
        """The session is one of this event."""
        if self.session_id and self.session.event_id != self.event_id:
            raise ValidationError(
                {"session": "Dit onderdeel hoort bij een andere bijeenkomst."}
            )
