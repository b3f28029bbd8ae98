"""Which search documents, and which words that were searched for."""

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.search import SearchRank, SearchVectorField
from django.db.models import BooleanField, Func, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast

from accounts.scopes import ScopedQuerySet

# what was searched less often could be somebody's name, and stays out of sight
SEEN_OFTEN = 3
# ts_rank is cut in steps this small, so that quality decides among about equals
RANK_STEPS = 50


class TextQuery(Func):
    """Search terms that are ready for the database."""

    template = "%(expressions)s::tsquery"

    def __init__(self, text: str) -> None:
        super().__init__(Value(text))


class TermsOfOne(Func):
    """The terms of a document, which are looked up one by one: joined, the database reads those of all documents."""

    template = (
        "(SELECT words FROM search_documentwords WHERE document_id = %(expressions)s)"
    )
    output_field = SearchVectorField()


class IsOneOf(Func):
    """Whether a field is one of these numbers, of which there may be a thousand: ``IN`` would read each by itself.

    They go as one text, which the database reads as numbers of the kind that the field has.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()

    def __init__(self, field: str, numbers: Iterable[int]) -> None:
        joined = ",".join(map(str, numbers))
        super().__init__(
            field,
            Value(f"{{{joined}}}"),
        )


class SearchDocumentQuerySet(QuerySet):
    """The words for choosing search documents."""

    def listed(self) -> Self:
        """Documents of what the public may see."""
        return self.filter(is_public=True)

    def numbered(self, ids: Iterable[int]) -> Self:
        """Documents with these numbers, of which there may be a thousand."""
        return self.filter(IsOneOf("pk", ids))

    def without_meaning(self) -> Self:
        """Documents of which nobody found out yet what they are about."""
        return self.listed().filter(meaning=b"")

    def newer_than(self, version: int) -> Self:
        """Documents written or withdrawn since that version."""
        return self.filter(version__gt=version)

    def with_rank(self, text: str) -> Self:
        """Annotate ``rank``: how well these terms match, as a whole number."""
        rank = SearchRank(TermsOfOne("pk"), TextQuery(text))
        return self.annotate(rank=Cast(rank * RANK_STEPS, IntegerField()))


class SearchedWordQuerySet(ScopedQuerySet):
    """The words for choosing words that were searched for."""

    def to_answer(self) -> Self:
        """Words that were often searched for in vain: without result, or without anybody opening one."""
        in_vain = Q(without_result__gte=SEEN_OFTEN) | Q(opened=0)
        return self.filter(
            in_vain,
            searches__gte=SEEN_OFTEN,
            is_done=False,
        )
