from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from search.querysets import SearchDocumentQuerySet
from search.registry import KINDS


class SearchDocument(models.Model):
    """What can be found of one public page: its words, its facet values, its place in every order, its card.

    Written by ``documents/`` alone. A page that the public may not see any more keeps an empty row, so that
    every worker learns that it is gone.
    """

    id = models.AutoField(primary_key=True)  # 32 bits: the number that the bitmaps hold
    kind = models.CharField(max_length=20)  # the name of one that an app registered
    object_id = models.PositiveIntegerField()
    is_public = models.BooleanField(default=True)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)  # for the lines under a result
    # of its terms, which stand in DocumentWords
    words_digest = models.CharField(max_length=32, blank=True)
    codes = ArrayField(models.IntegerField(), default=list)
    sort_key = models.CharField(max_length=300, db_collation="C")
    year = models.PositiveSmallIntegerField(default=0)  # 0 is unknown
    updated_at = models.DateTimeField()
    # how fresh and complete: 0 to 200
    quality = models.PositiveSmallIntegerField(default=0)
    card = models.JSONField(default=dict)
    version = models.BigIntegerField()
    # what it is about; empty until that was found out
    meaning = models.BinaryField(default=b"", db_default=b"")

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "zoekdocument"
        verbose_name_plural = "zoekdocumenten"
        indexes = [
            models.Index(
                fields=["version"],
                name="search_document_version",
            ),
            models.Index(
                fields=["id"],
                condition=Q(is_public=True, meaning=b""),
                name="search_without_meaning",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                name="search_document_of_one_object",
                violation_error_message="Van dit onderdeel is al een zoekdocument.",
            ),
            models.CheckConstraint(
                condition=Q(is_public=True)
                | Q(
                    text="",
                    codes=[],
                    card={},
                    title="",
                    words_digest="",
                    meaning=b"",
                ),
                name="search_document_withdrawn_is_empty",
                violation_error_message="Van wat niet openbaar is, blijft niets vindbaar.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def kind_label(self) -> str:
        """What readers call its kind; a card may say so more exactly."""
        return self.card.get("kind") or KINDS[self.kind].label


class DocumentWords(models.Model):
    """The terms of a document, beside it: whoever looks for a common word reads this narrow table and no other."""

    document = models.OneToOneField(
        SearchDocument,
        models.CASCADE,
        primary_key=True,
        related_name="terms",
    )
    words = SearchVectorField()

    class Meta:
        verbose_name = "woorden van een zoekdocument"
        verbose_name_plural = "woorden van zoekdocumenten"
        indexes = [
            # new terms wait in a list of at most a megabyte: quick to write, and still quick to search
            GinIndex(
                fields=["words"],
                name="search_words",
                gin_pending_list_limit=1024,
            ),
        ]

    def __str__(self):
        return f"woorden van {self.document}"
