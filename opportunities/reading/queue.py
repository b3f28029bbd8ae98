"""Which documents there are to read, how far they are, and which file of a pile belongs to which."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files import File
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from opportunities.choices import IntakeState, PolicyDocumentKind
from opportunities.models import PolicyDocument
from partners.models import Municipality


def documents_to_read(user: User) -> QuerySet[PolicyDocument]:
    """The documents in force that this user may change, with ``has_text`` and how many passages; no texts."""
    year = timezone.localdate().year
    in_force = (
        PolicyDocument.objects.editable_by(user)
        .begun(year)
        .exclude(until_year__lt=year)
    )
    documents = (
        in_force.filter(missing_because="")
        .select_related("municipality", "intake")
        .defer("text")
    )
    has_text = Case(
        When(text="", then=Value(False)),
        default=Value(True),
    )
    documents = documents.annotate(
        has_text=has_text,
        passage_count=Count("passages"),
    )
    # counting forgets the usual order
    return documents.order_by("municipality__sort_key", "-from_year", "pk")


def without_text(documents: QuerySet[PolicyDocument]) -> QuerySet[PolicyDocument]:
    """Those with an address of which the text was never asked for."""
    return documents.filter(text="", intake=None).exclude(
        url="",
        page_url="",
    )


def next_to_read(
    user: User,
    after: PolicyDocument | None = None,
) -> PolicyDocument | None:
    """The next document with a text that nobody read to the end; ``None`` when there is no other."""
    waiting = documents_to_read(user).exclude(text="").filter(read_on=None)
    if after is not None:
        waiting = waiting.exclude(pk=after.pk)
        later = []
        for document in waiting:
            if document.municipality.sort_key >= after.municipality.sort_key:
                later.append(document)
        if later:
            return later[0]
    return waiting.first()


@dataclass(frozen=True)
class Progress:
    """How many documents there are, of how many the text is in, and how many were read."""

    total: int
    with_text: int
    read: int
    busy: int
    stopped: int
    refused: int

    @property
    def percentage(self) -> int:
        """How many of the texts are in, of 100."""
        return 100 * self.with_text // self.total if self.total else 0


def progress_of(documents: QuerySet[PolicyDocument]) -> Progress:
    """How far this pile is, in 1 query."""
    is_busy = Q(intake__state__in=[IntakeState.WAITING, IntakeState.READING])
    counts = documents.order_by().aggregate(
        total=Count("pk", distinct=True),
        with_text=Count("pk", filter=~Q(text=""), distinct=True),
        read=Count(
            "pk",
            filter=Q(read_on__isnull=False),
            distinct=True,
        ),
        busy=Count("pk", filter=is_busy, distinct=True),
        stopped=Count(
            "pk",
            filter=Q(intake__state=IntakeState.STOPPED),
            distinct=True,
        ),
        refused=Count(
            "pk",
            filter=Q(intake__state=IntakeState.REFUSED),
            distinct=True,
        ),
    )
    return Progress(**counts)


def by_municipality(
    documents: QuerySet[PolicyDocument],
    files: Iterable[File],
) -> list[tuple[PolicyDocument | None, File]]:
    """[(document or ``None``, file)]: the newest agreement of the municipality that the name of the file bears."""
    agreements = {}
    coalitions = documents.filter(kind=PolicyDocumentKind.COALITION)
    coalitions = coalitions.prefetch_related("municipality__aliases")
    for document in coalitions.order_by("from_year"):
        for name in names_of(document.municipality):
            agreements[f"-{slugify(name)}-"] = document
    pairs = []
    for file in files:
        stem, _, _ = file.name.rpartition(".")
        name = f"-{slugify(stem.replace('_', '-'))}-"
        in_name = [called for called in agreements if called in name]
        longest = max(in_name, key=len, default="")
        pairs.append((agreements.get(longest), file))
    return pairs


def names_of(municipality: Municipality) -> list[str]:
    """Its name and what else people call it, like Den Haag."""
    return [municipality.name, *(alias.name for alias in municipality.aliases.all())]
