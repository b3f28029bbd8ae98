"""The entries of a list with what they are about, as far as the public may see it today."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Model, QuerySet

from curation.merging import moved_many
from initiatives.search.initiatives import KIND as EXAMPLE
from search.registry import KINDS, KindOfDocument


@dataclass(frozen=True)
class Shown:
    """A line of a list; ``subject`` is what it is about, ``None`` where that is not on the site any more."""

    kind: KindOfDocument
    slug: str
    note: str
    subject: Model | None

    @property
    def title(self) -> str:
        """What it is called; the name of what went off the site is nobody's business."""
        if self.subject is None:
            return "Staat niet meer op Bieb Netwerk"
        return str(self.subject)

    @property
    def address(self) -> str:
        """The whole address, for on paper; empty where there is no page."""
        if self.subject is None:
            return ""
        return settings.SITE_ADDRESS + self.subject.get_absolute_url()

    @property
    def anchor(self) -> str:
        """Where on the page of the list it stands."""
        return f"{self.kind.name}-{self.slug}"

    @property
    def is_example(self) -> bool:
        """Whether it can go into a gespreksnotitie."""
        return self.subject is not None and self.kind.name == EXAMPLE


def shown(
    entries: list[dict],
    today: date,
) -> list[Shown]:
    """The lines of a list, in its order; 1 query for each kind, and 2 more where something is gone."""
    slugs_of_kind = defaultdict(list)
    for entry in entries:
        slugs_of_kind[entry["kind"]].append(entry["slug"])
    subjects = {}  # of each kind, by slug
    for kind, slugs in slugs_of_kind.items():
        public = KINDS[kind].public(today)
        subjects[kind] = public_by_slug(public, slugs)
    lines = []
    for entry in entries:
        kind = entry["kind"]
        slug = entry["slug"]
        subject = subjects[kind].get(slug)
        line = Shown(KINDS[kind], slug, entry["note"], subject)
        lines.append(line)
    return lines


def public_by_slug(
    public: QuerySet,
    slugs: list[str],
) -> dict[str, Model]:
    """{slug: what it is of}, or what that was merged into; only what the public may see."""
    by_slug = {}
    for subject in public.filter(slug__in=slugs):
        by_slug[subject.slug] = subject
    gone = [slug for slug in slugs if slug not in by_slug]
    return by_slug | merged_into(public, gone)


def merged_into(
    public: QuerySet,
    slugs: list[str],
) -> dict[str, Model]:
    """{old slug: what it was merged into}, as far as the public may see that."""
    if not slugs:
        return {}
    targets = moved_many(public.model, slugs)
    by_pk = {}
    for target in public.filter(pk__in=targets.values()):
        by_pk[target.pk] = target
    merged = {}
    for slug, pk in targets.items():
        if pk in by_pk:
            merged[slug] = by_pk[pk]
    return merged
