"""The public pages, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from accounts import kinds
from search.registry import KINDS

FIXED = [
    "home", "about", "privacy", "accessibility", "initiatives:initiative_list", "initiatives:initiative_map",
    "initiatives:theme_list", "opportunities:municipality_list", "partners:library_list", "partners:partner_list",
    "partners:network_list", "events:event_list", "events:past_list", "opportunities:region_detail",
    "opportunities:compare", "opportunities:calculator", "opportunities:basket_detail", "opportunities:brought_list",
    "following:news_list", "polls:poll_list",
]  # fmt: skip
NEEDED = {"slug", "kind", "updated_at"}  # for an address and its day


class FixedSitemap(Sitemap):
    """Pages that are always there."""

    def items(self):
        return FIXED

    def location(self, item):
        return reverse(item)


class KindSitemap(Sitemap):
    """The pages of one kind of thing that the public may find, a thousand in a file."""

    limit = 1_000

    def __init__(self, kind):
        self.kind = kind

    def items(self):
        things = self.kind.public(timezone.localdate()).order_by("pk")
        fields = {field.name for field in kinds.columns_of(things.model)}
        needed = fields & NEEDED
        return things.only(*needed)

    def get_latest_lastmod(self):
        """Nothing: that would read everything for a list of a few files."""

    def lastmod(self, item):
        return getattr(item, "updated_at", None)


SITEMAPS = {"vast": FixedSitemap}
for kind in KINDS.values():
    if kind.has_pages:
        SITEMAPS[kind.name] = KindSitemap(kind)
