"""The pages of what the public may find, for other search engines."""

from datetime import date

from django.contrib.sitemaps import Sitemap
from django.db.models import Model, QuerySet
from django.utils import timezone

from accounts import kinds

from .registry import KINDS, KindOfDocument, kinds_in_order

NEEDED = {"slug", "kind", "updated_at"}  # for an address and its day


class KindSitemap(Sitemap):
    """The pages of one kind of thing that the public may find, a thousand in a file."""

    limit = 1_000

    def __init__(self, kind: KindOfDocument) -> None:
        self.kind = kind

    def items(self) -> QuerySet:
        public = self.kind.public(timezone.localdate())
        fields = {field.name for field in kinds.columns_of(public.model)}
        needed = fields & NEEDED
        return public.order_by("pk").only(*needed)

    def get_latest_lastmod(self) -> None:
        """Nothing: that would read everything for a list of a few files."""

    def lastmod(self, item: Model) -> date | None:
        return getattr(item, "updated_at", None)


def list_pages() -> list[str]:
    """The names of the addresses of the pages that list a kind."""
    return [kind.list_page for kind in kinds_in_order() if kind.list_page]


def sitemaps_of_kinds() -> dict[str, KindSitemap]:
    """{name: sitemap} of each kind of thing that has pages of its own."""
    sitemaps = {}
    for kind in KINDS.values():
        if kind.has_pages:
            sitemaps[kind.name] = KindSitemap(kind)
    return sitemaps
