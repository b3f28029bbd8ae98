"""The parts of a programme, for everybody and beside each other."""

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from events.choices import SessionKind
from events.clock import EVENING, ends_after_begin
from events.programme_querysets import SessionQuerySet
from initiatives.models import Initiative, Theme

from .event import Event
from .hours import HasHours

ENDS = "Een onderdeel eindigt na het begin. Begint het om 17 uur of later, dan kan het tot 6 uur ’s nachts duren."


class Session(HasHours, models.Model):
    """One part of the programme; sessions with the same round are at the same time, and one chooses between them.

    An hour that no source gives stays empty; ``position`` then orders.
    """

    OWNERS = ("event",)

    Kind = SessionKind
    has_own_limits = False  # who is online is not counted apart

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="sessions",
    )
    title = models.CharField("titel", max_length=200)
    kind = models.CharField(
        "soort",
        max_length=20,
        choices=Kind,
        default=Kind.PLENARY,
    )
    round = models.PositiveSmallIntegerField(
        "ronde",
        null=True,
        blank=True,
        help_text="Alleen bij deelsessies: je kiest er één per ronde.",
    )
    angle = models.CharField(
        "invalshoek",
        max_length=200,
        blank=True,
    )
    description = models.TextField("waar het over gaat", blank=True)
    date = models.DateField("dag", null=True, blank=True)
    begins = models.TimeField("begint om", null=True, blank=True)
    ends = models.TimeField("eindigt om", null=True, blank=True)
    room = models.CharField("zaal", max_length=100, blank=True)
    capacity = models.PositiveIntegerField(
        "aantal plekken",
        null=True,
        blank=True,
        help_text="Laat leeg als er geen grens is.",
    )
    themes = models.ManyToManyField(
        Theme,
        verbose_name="thema’s",
        related_name="sessions",
        blank=True,
    )
    initiatives = models.ManyToManyField(
        Initiative,
        verbose_name="praktijkvoorbeelden",
        related_name="sessions",
        blank=True,
    )
    report = models.TextField("verslag", blank=True)
    recording_url = models.URLField("opname", max_length=500, blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = "programmaonderdeel"
        verbose_name_plural = "programmaonderdelen"
        ordering = [
            "event",
            F("date").asc(nulls_last=True),
            F("begins").asc(nulls_last=True),
            "position",
            "pk",
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="session_title_not_empty",
                violation_error_message="Een programmaonderdeel heeft een titel.",
            ),
            models.CheckConstraint(
                condition=Q(kind="deelsessie", round__isnull=False, round__gt=0)
                | Q(
                    kind__in=[SessionKind.PLENARY, SessionKind.BREAK],
                    round=None,
                ),
                name="session_round_when_parallel",
                violation_error_message="Een deelsessie heeft een ronde (1 of meer); andere onderdelen niet.",
            ),
            models.CheckConstraint(
                condition=ends_after_begin(from_hour=EVENING),
                name="session_ends_after_begin",
                violation_error_message=ENDS,
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gt=0, kind="deelsessie"),
                name="session_capacity_when_parallel",
                violation_error_message="Alleen een deelsessie heeft een aantal plekken: minstens één.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def name_in_chooser(self):
        """With its meeting: many have a part that is called *Pauze*."""
        return f"{self.title} ({self.event})"

    @cached_property
    def led_by(self):
        """Who moderates, in one line; loaded by ``with_labels``, and asked for where it was not."""
        return (
            type(self)
            .objects.with_labels()
            .values_list("led_by", flat=True)
            .get(pk=self.pk)
        )

    @property
    def apart(self):
        """What tells one of several from another of that name, beside its room: its angle, else who moderates."""
        if self.round is None or self.pk is None:
            return self.angle
        return self.angle or self.led_by

    @property
    def label(self):
        """The title, with what tells it from another session of that name; its room where nothing else does."""
        apart = self.apart or self.room
        if self.round is None or not apart:
            return self.title
        return f"{self.title} ({apart})"

    @property
    def day(self):
        """The day it is on: where none is filled in, that of a meeting of one day; ``None`` where that is not known."""
        if self.date is None and self.event.starts_on == self.event.ends_on:
            return self.event.starts_on
        return self.date
