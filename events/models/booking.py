"""Who comes. Nothing here is in the history, and names and addresses go when the term of the event has passed.

An address is *verified* once somebody who reads mail there said that it is right; until then it may be anybody's.
"""

import secrets

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.scopes import OwnedQuerySet
from events.attendee_querysets import RegistrationQuerySet
from events.choices import LIVE, AttendeeSector, GuestKind, Place
from partners.models import Organisation, Province

from .event import Event
from .price import PriceTier

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that look alike
CODE_LENGTH = 10


def new_code():
    """A code for on a badge: 50 bits, so that nobody guesses one."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


class Booking(models.Model):
    """One form sent in, for one or more people; ``key`` makes that a form sent twice counts once."""

    OWNERS = ("event",)

    event = models.ForeignKey(
        Event,
        models.PROTECT,
        verbose_name="bijeenkomst",
        related_name="bookings",
    )
    key = models.UUIDField("sleutel van het formulier", unique=True, editable=False)
    email = models.EmailField("e-mailadres", blank=True)
    verified_at = models.DateTimeField(
        "e-mailadres bevestigd op",
        null=True,
        blank=True,
        editable=False,
    )
    link_version = models.PositiveSmallIntegerField(
        "hoeveelste link",
        default=0,
        editable=False,
    )
    invoice_name = models.CharField("factuur op naam van", max_length=200, blank=True)
    invoice_address = models.TextField("factuuradres", max_length=500, blank=True)
    invoice_email = models.EmailField("e-mailadres voor de factuur", blank=True)
    invoice_reference = models.CharField(
        "kenmerk voor de factuur",
        max_length=60,
        blank=True,
    )
    comes_together = models.BooleanField("alleen samen", default=False)
    made_at = models.DateTimeField("gemaakt op")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "boeking"
        verbose_name_plural = "boekingen"
        ordering = ["made_at", "pk"]

    def __str__(self):
        return f"Boeking {self.pk}"


class Registration(models.Model):
    """One person for one event. Numbers are given while the event is locked, so that their order is the queue's."""

    OWNERS = ("event",)
    Sector = AttendeeSector
    Place = Place

    event = models.ForeignKey(
        Event,
        models.PROTECT,
        verbose_name="bijeenkomst",
        related_name="registrations",
    )
    booking = models.ForeignKey(
        Booking,
        models.CASCADE,
        verbose_name="boeking",
        related_name="registrations",
    )
    host = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name="gast van",
        null=True,
        blank=True,
        related_name="guests",
    )
    same_as = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name="deelt de plek van",
        null=True,
        blank=True,
        related_name="+",
    )
    is_guest = models.BooleanField("is gast", default=False)
    guest_kind = models.CharField(
        "soort gast", max_length=20, choices=GuestKind, blank=True
    )
    name = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("eigen e-mailadres", blank=True)
    verified_at = models.DateTimeField(
        "eigen e-mailadres bevestigd op", null=True, blank=True, editable=False
    )
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        verbose_name="organisatie",
        null=True,
        blank=True,
        related_name="registrations",
    )
    organisation_name = models.CharField(
        "naam van de organisatie", max_length=200, blank=True
    )
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        verbose_name="provincie",
        null=True,
        blank=True,
        related_name="+",
    )
    claimed_province = models.ForeignKey(
        Province,
        models.PROTECT,
        verbose_name="gekozen provincie",
        null=True,
        blank=True,
        related_name="+",
        help_text="Alleen als die een andere is dan die van de organisatie.",
    )
    sector = models.CharField("soort deelnemer", max_length=20, choices=Sector)
    job_title = models.CharField("functie", max_length=120, blank=True)
    takes_part_online = models.BooleanField("doet online mee", default=False)
    is_on_list = models.BooleanField("mag op de deelnemerslijst", default=False)
    place = models.CharField("plek", max_length=20, choices=Place)
    offered_until = models.DateTimeField("aanbod geldt tot", null=True, blank=True)
    tier = models.ForeignKey(
        PriceTier,
        models.PROTECT,
        verbose_name="prijs",
        null=True,
        blank=True,
        related_name="registrations",
    )
    amount = models.DecimalField(
        "bedrag", max_digits=8, decimal_places=2, null=True, blank=True
    )
    note = models.CharField("notitie van wie organiseert", max_length=500, blank=True)
    code = models.CharField(
        "code", max_length=12, unique=True, default=new_code, editable=False
    )
    link_version = models.PositiveSmallIntegerField(
        "hoeveelste link", default=0, editable=False
    )
    is_walk_in = models.BooleanField("kwam zonder aanmelding", default=False)
    checked_in_at = models.DateTimeField("binnen om", null=True, blank=True)
    has_evaluated = models.BooleanField("heeft de evaluatie ingevuld", default=False)
    registered_at = models.DateTimeField("aangemeld op")
    forgotten_on = models.DateField(
        "gegevens verwijderd op", null=True, blank=True, editable=False
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "deelnemer"
        verbose_name_plural = "deelnemers"
        ordering = ["event", "pk"]
        indexes = [
            models.Index(fields=["event", "place", "id"], name="registration_queue")
        ]
        constraints = [
            models.UniqueConstraint(
                "event",
                Lower("email"),
                condition=~Q(email="")
                & Q(
                    place__in=[str(place) for place in LIVE], verified_at__isnull=False
                ),
                name="registration_address_once",
                violation_error_message="Dit e-mailadres is al aangemeld voor deze bijeenkomst.",
            ),
            models.CheckConstraint(
                condition=Q(place__in=Place.values),
                name="registration_place_known",
                violation_error_message="Deze stand kennen we niet.",
            ),
            models.CheckConstraint(
                condition=Q(place=Place.OFFERED, offered_until__isnull=False)
                | ~Q(place=Place.OFFERED) & Q(offered_until=None),
                name="registration_offer_has_end",
                violation_error_message="Een aangeboden plek heeft een moment waarop het aanbod stopt.",
            ),
            models.CheckConstraint(
                condition=~Q(name="") | Q(forgotten_on__isnull=False),
                name="registration_has_name",
                violation_error_message="Een deelnemer heeft een naam.",
            ),
        ]

    def __str__(self):
        return self.name or f"Deelnemer {self.pk}"

    @property
    def address(self):
        """Where mail about this person goes: their own address, else that of who filled the form in."""
        return self.email or self.booking.email

    @property
    def is_verified(self):
        """Whether somebody who reads mail at that address said that this registration is right."""
        return (self if self.email else self.booking).verified_at is not None

    @property
    def name_in_mail(self):
        """How mail calls them: by name only where that is verified; else anybody could write anything to anybody."""
        return str(self) if self.is_verified else "deelnemer"

    @property
    def comes_online(self):
        """Whether they take part from elsewhere; an event that is only online leaves no choice."""
        return (
            self.takes_part_online or self.event.attendance == Event.Attendance.ONLINE
        )

    @property
    def is_unusual_guest(self):
        """Whether who organises should see if this guest is meant: somebody else than one usually brings."""
        return self.is_guest and self.guest_kind in ("", GuestKind.OTHER)

    @property
    def organisation_label(self):
        """The organisation as it was chosen or typed."""
        return str(self.organisation) if self.organisation else self.organisation_name
