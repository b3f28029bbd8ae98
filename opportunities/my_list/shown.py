"""The entries of a list with what they are about, as far as the public may see it today."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Model, QuerySet

from curation.merging import moved_many
from initiatives.search.initiatives import KIND as EXAMPLE
from search.registry import KINDS, KindOfDocument


@dataclass(frozen=True)
class Shown:
    """A line of a list; ``thing`` is ``None`` where it is not on the site any more."""

    kind: KindOfDocument
    slug: str
    note: str
    thing: Model | None

    @property
    def title(self) -> str:
        """What it is called; the name of what went off the site is nobody's business."""
        return str(self.thing) if self.thing else "Staat niet meer op Bieb Netwerk"

    @property
    def address(self) -> str:
        """The whole address, for on paper; empty where there is no page."""
        return (
            settings.SITE_ADDRESS + self.thing.get_absolute_url() if self.thing else ""
        )

    @property
    def anchor(self) -> str:
        """Where on the page of the list it stands."""
        return f"{self.kind.name}-{self.slug}"

    @property
    def is_example(self) -> bool:
        """Whether it can go into a gespreksnotitie."""
        return bool(self.thing) and self.kind.name == EXAMPLE


def shown(entries: list[dict], today: date) -> list[Shown]:
    """The lines of a list, in its order; 1 query for each kind, and 2 more where something is gone."""
    slugs_of: dict[str, list[str]] = {}
    for entry in entries:
        slugs_of.setdefault(entry["kind"], []).append(entry["slug"])
    things = {}
    for kind, slugs in slugs_of.items():
        public = KINDS[kind].public(today)
        for thing in public.filter(slug__in=slugs):
            things[kind, thing.slug] = thing
        gone = [slug for slug in slugs if (kind, slug) not in things]
        for slug, thing in merged_into(public, gone).items():
            things[kind, slug] = thing
    lines = []
    for entry in entries:
        kind = entry["kind"]
        slug = entry["slug"]
        lines.append(
            Shown(
                KINDS[kind],
                slug,
                entry["note"],
                things.get((kind, slug)),
            )
        )
    return lines


def merged_into(
    public: QuerySet,
    slugs: list[str],
) -> dict[str, Model]:
    """{old slug: what it was merged into}, as far as the public may see that."""
    if not slugs:
        return {}
    targets = moved_many(public.model, slugs)
    things = {thing.pk: thing for thing in public.filter(pk__in=targets.values())}
    instead = {}
    for slug, pk in targets.items():
        if pk in things:
            instead[slug] = things[pk]
    return instead
