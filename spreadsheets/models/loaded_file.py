from django.db import models


class LoadedFile(models.Model):
    """A file of starter content that was loaded whole, so that an unchanged one is left alone.

    Loading it again would undo what a curator changed since.
    """

    name = models.CharField("bestand", max_length=120, unique=True)
    fingerprint = models.CharField("vingerafdruk", max_length=64)
    loaded_at = models.DateTimeField("geladen op", auto_now=True)

    class Meta:
        verbose_name = "geladen bestand"
        verbose_name_plural = "geladen bestanden"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
