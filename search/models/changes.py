from django.db import models
from django.db.models import Q


class ChangedObject(models.Model):
    """A row that changed and whose search documents are not written yet; made by database triggers."""

    # one that an app registered, or a kind of document
    label = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    # names exactly one document, nothing else
    is_document = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name = "wijziging voor het zoeken"
        verbose_name_plural = "wijzigingen voor het zoeken"

    def __str__(self):
        return f"{self.label} {self.object_id}"


class SearchState(models.Model):
    """One row: how far the documents are. Writers lock it, so that versions are committed in order."""

    id = models.PositiveSmallIntegerField(
        primary_key=True,
        default=1,
    )
    version = models.BigIntegerField(default=0)  # of the newest document
    # of names of facet values, and of synonyms
    options_version = models.BigIntegerField(default=0)
    # for which the documents are right: some change by date
    day = models.DateField(null=True)
    # in which all documents were written
    layout = models.JSONField(default=dict, db_default={})
    # its layout, and per kind of document the last object it rewrote
    rebuilding = models.JSONField(default=dict)

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
