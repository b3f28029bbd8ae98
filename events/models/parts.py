"""What belongs to an event besides its programme: the hours of each day, who organises it, photos."""

from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from events.choices import OrganisationRole
from events.clock import MORNING, ends_after_begin
from events.querysets import EventPhotoQuerySet
from initiatives.models.picture import Picture
from partners.models import Organisation
from sources.model_fields import optional_source

from .event import Event
from .hours import HasHours


class EventDay(HasHours, models.Model):
    """When an event begins and ends on one of its days, by the clock in the Netherlands."""

    OWNERS = ("event",)

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="days",
    )
    date = models.DateField("dag")
    begins = models.TimeField("begint om", null=True, blank=True)
    ends = models.TimeField("eindigt om", null=True, blank=True)
    note = models.CharField(
        "toelichting",
        max_length=200,
        blank=True,
    )

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "dag"
        verbose_name_plural = "dagen"
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "date"],
                name="event_day_unique",
                violation_error_message="Deze dag staat er al.",
            ),
            models.CheckConstraint(
                condition=ends_after_begin(from_hour=MORNING),
                name="event_day_ends_after_begin",
                violation_error_message="Een dag eindigt na het begin, of ’s nachts uiterlijk om 6 uur.",
            ),
        ]

    def __str__(self):
        return f"{self.event}: {self.date:%d-%m-%Y}"


class EventRole(models.Model):
    """An organisation organises, commissions, pays or helps with an event."""

    OWNERS = ("event",)

    Role = OrganisationRole

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="roles",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name="organisatie",
        related_name="event_roles",
    )
    role = models.CharField(
        "rol",
        max_length=20,
        choices=Role,
        default=Role.ORGANISER,
    )
    note = models.CharField(
        "toelichting",
        max_length=300,
        blank=True,
    )
    source = optional_source()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "organisatie bij een bijeenkomst"
        verbose_name_plural = "organisaties bij bijeenkomsten"
        ordering = ["event", "role", "organisation__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation", "role"],
                name="event_role_unique",
                violation_error_message="Deze organisatie heeft deze rol al.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=OrganisationRole.values),
                name="event_role_known",
                violation_error_message="Een rol is organisator, opdrachtgever, financier of partner.",
            ),
        ]

    def __str__(self):
        return (
            f"{self.organisation}: {self.get_role_display().lower()} van {self.event}"
        )


class EventPhoto(Picture):
    """A picture of an event."""

    OWNERS = ("event",)

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="photos",
    )
    objects = EventPhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto van een bijeenkomst"
        verbose_name_plural = "foto’s van bijeenkomsten"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt_text="") & ~Q(credit=""),
                name="event_photo_has_alt_text_and_credit",
                violation_error_message="Zeg wat er op de foto te zien is en wie hem maakte.",
            )
        ]
