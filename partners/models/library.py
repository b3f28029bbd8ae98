from django.db import models

from accounts.scopes import OwnedQuerySet
from partners.querysets import LibraryQuerySet, of_kind

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
    """A place of a library that visitors can walk into."""

    OWNERS = ("library",)

    library = models.ForeignKey(
        Library,
        models.CASCADE,
        verbose_name="bibliotheek",
        related_name="branches",
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
    sources = models.ManyToManyField(
        "sources.Source",
        verbose_name="bronnen",
        blank=True,
    )

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "vestiging"
        verbose_name_plural = "vestigingen"
        ordering = ["library__sort_key", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["library", "name"],
                name="branch_name_unique_in_library",
                violation_error_message="Deze bibliotheek heeft al een vestiging met deze naam.",
            )
        ]

    def __str__(self):
        return self.name
