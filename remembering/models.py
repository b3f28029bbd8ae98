"""Which version the content of the site has, so that a worker knows whether a page that it remembers still holds."""

from django.db import models

from .choices import ContentKind


class ContentVersion(models.Model):
    """The version of everything of a kind: another one after every transaction that changed any of it.

    It has no order: a database that was put back has the version that its content had then.
    """

    kind = models.CharField(
        "soort",
        max_length=20,
        primary_key=True,
        choices=ContentKind,
    )
    version = models.UUIDField("versie")

    class Meta:
        verbose_name = "versie van de inhoud"
        verbose_name_plural = "versies van de inhoud"

    def __str__(self):
        return f"{self.kind} {self.version}"


class UncommittedChange(models.Model):
    """What a transaction changed so far; its row goes when the transaction ends, so nobody else ever sees one."""

    kind = models.CharField(
        "soort",
        max_length=20,
        choices=ContentKind,
    )
    transaction = models.CharField("transactie", max_length=20)

    class Meta:
        verbose_name = "wijziging onderweg"
        verbose_name_plural = "wijzigingen onderweg"
        constraints = [
            models.UniqueConstraint(
                fields=["transaction", "kind"],
                name="remembering_change_once",
                violation_error_message="Deze wijziging is al genoteerd.",
            )
        ]

    def __str__(self):
        return f"{self.kind} in {self.transaction}"
