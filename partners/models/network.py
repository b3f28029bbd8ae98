from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from accounts.scopes import OwnedQuerySet
from curation.model_fields import day_of_archiving
from partners.fields import SortKeyField
from partners.querysets import NetworkQuerySet
from sources.model_fields import optional_source, several_sources

from .organisation import Organisation


class Network(models.Model):
    """Organisations that work together under one name, like the B7."""

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    name = models.CharField("naam", max_length=200)
    description = models.TextField("omschrijving", blank=True)
    period_note = models.CharField(
        "periode in woorden",
        max_length=200,
        blank=True,
    )
    started_on = models.DateField("begonnen op", null=True, blank=True)
    ended_on = models.DateField("gestopt op", null=True, blank=True)
    members = models.ManyToManyField(
        Organisation,
        verbose_name="leden",
        through="NetworkMember",
        related_name="networks",
    )
    sources = several_sources()
    sort_key = SortKeyField()
    archived_on = day_of_archiving()

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = "netwerk"
        verbose_name_plural = "netwerken"
        ordering = ["sort_key", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(started_on=None)
                | Q(ended_on=None)
                | Q(started_on__lte=F("ended_on")),
                name="network_ends_after_it_began",
                violation_error_message="Een netwerk kan niet stoppen voordat het begon.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("partners:network_detail", args=[self.slug])

    @property
    def members_now(self):
        """The organisations that did not leave; with the memberships loaded, without a query."""
        memberships = self.memberships.all()
        members = []
        for membership in memberships:
            if not membership.has_left:
                members.append(membership.organisation)
        return members


class NetworkMember(models.Model):
    """An organisation is or was in a network; dates that no source gives stay empty."""

    network = models.ForeignKey(
        Network,
        models.CASCADE,
        verbose_name="netwerk",
        related_name="memberships",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="organisatie",
        related_name="network_memberships",
    )
    joined_on = models.DateField("lid sinds", null=True, blank=True)
    left_on = models.DateField("lid tot", null=True, blank=True)
    has_left = models.BooleanField("is geen lid meer", default=False)
    note = models.CharField(
        "toelichting",
        max_length=300,
        blank=True,
    )
    source = optional_source()

    OWNERS = ("network",)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "lid van een netwerk"
        verbose_name_plural = "leden van netwerken"
        ordering = ["has_left", "organisation__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "organisation", "joined_on"],
                name="network_member_unique",
                nulls_distinct=False,
                violation_error_message="Deze organisatie is in deze periode al lid.",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(has_left=True),
                name="member_with_end_has_left",
                violation_error_message="Wie een einddatum heeft, is geen lid meer.",
            ),
            models.CheckConstraint(
                condition=Q(joined_on=None)
                | Q(left_on=None)
                | Q(joined_on__lte=F("left_on")),
                name="member_leaves_after_joining",
                violation_error_message="Een lid kan niet weggaan voordat het lid werd.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation} in {self.network}"
