from django.db import models
from django.db.models import Q


class ChangedObject(models.Model):
    """A row that changed and whose search documents are not written yet; made by database triggers."""

    label = models.CharField(
        max_length=40
    )  # one that an app registered, or a kind of document
    object_id = models.BigIntegerField()
    is_document = models.BooleanField(
        default=False, db_default=False
    )  # names exactly one document, nothing else

    class Meta:
        verbose_name = "wijziging voor het zoeken"
        verbose_name_plural = "wijzigingen voor het zoeken"

    def __str__(self):
        return f"{self.label} {self.object_id}"


class SearchState(models.Model):
    """One row: how far the documents are. Writers lock it, so that versions are committed in order."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    version = models.BigIntegerField(default=0)  # of the newest document
    options_version = models.BigIntegerField(
        default=0
    )  # of names of facet values, and of synonyms
    day = models.DateField(
        null=True
    )  # for which the documents are right: some change by date
    layout = models.JSONField(
        default=dict, db_default={}
    )  # in which all documents were written
    rebuilding = models.JSONField(
        default=dict
    )  # its layout, and per kind of document the last object it rewrote

    class Meta:
        verbose_name = "stand van het zoeken"
        verbose_name_plural = "stand van het zoeken"
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1),
                name="one_search_state",
                violation_error_message="Er is maar één stand.",
            )
        ]

    def __str__(self):
        return f"versie {self.version}"
