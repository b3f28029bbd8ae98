"""The public pages, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from search.sitemaps import list_pages, sitemaps_of_kinds

# beside the pages that list a kind, which its app declares
FIXED = [
    "home", "about", "privacy", "accessibility", "initiatives:initiative_map", "opportunities:municipality_list",
    "events:past_list", "opportunities:region_detail", "opportunities:compare", "opportunities:calculator",
    "opportunities:basket_detail", "opportunities:brought_list", "following:news_list", "polls:poll_list",
]  # fmt: skip


class FixedSitemap(Sitemap):
    """Pages that are always there."""

    def items(self):
        return [*FIXED, *list_pages()]

    def location(self, item):
        return reverse(item)


SITEMAPS = {
    "vast": FixedSitemap,
    **sitemaps_of_kinds(),
}
