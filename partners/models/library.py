from django.db import models

from partners.querysets import BranchQuerySet, LibraryQuerySet, of_kind
from sources.model_fields import several_sources

from .organisation import Organisation


class Library(Organisation):
    """An organisation that runs public libraries, in one or more municipalities."""

    KIND = Organisation.Kind.LIBRARY
    objects = of_kind(LibraryQuerySet)

    class Meta:
        proxy = True
        verbose_name = "bibliotheek"
        verbose_name_plural = "bibliotheken"


class Branch(models.Model):
    """A place of a library that visitors can walk into; of some nobody knows whose they are, only where."""

    OWNERS = ("library",)

    library = models.ForeignKey(
        Library,
        models.CASCADE,
        verbose_name="bibliotheek",
        null=True,
        blank=True,
        related_name="branches",
        help_text="Laat leeg als niet bekend is van welke bibliotheek deze vestiging is.",
    )
    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    name = models.CharField("naam", max_length=200)
    address = models.CharField("adres", max_length=200, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    place = models.CharField("plaats", max_length=100, blank=True)
    municipality = models.ForeignKey(
        "partners.Municipality",
        models.PROTECT,
        verbose_name="gemeente",
        null=True,
        blank=True,
        related_name="library_branches",
    )
    website = models.URLField("website", max_length=500, blank=True)
    sources = several_sources()

    objects = BranchQuerySet.as_manager()

    class Meta:
        verbose_name = "vestiging"
        verbose_name_plural = "vestigingen"
        ordering = ["library__sort_key", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["library", "name"],
                name="branch_name_unique_in_library",
                violation_error_message="Deze bibliotheek heeft al een vestiging met deze naam.",
            ),
            models.CheckConstraint(
                condition=models.Q(library__isnull=False)
                | models.Q(municipality__isnull=False),
                name="branch_is_somewhere",
                violation_error_message="Vul een bibliotheek of een gemeente in.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def seen_in(self):
        """The year of the newest source that says it is there; ``None`` where none has a date."""
        days = []
        for source in self.sources.all():
            if source.published_on:
                days.append(source.published_on)
        return max(days).year if days else None
