"""The public pages, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from search.sitemaps import sitemaps_of_kinds

FIXED = [
    "home", "about", "privacy", "accessibility", "initiatives:initiative_list", "initiatives:initiative_map",
    "initiatives:theme_list", "opportunities:municipality_list", "partners:library_list", "partners:partner_list",
    "partners:network_list", "events:event_list", "events:past_list", "opportunities:region_detail",
    "opportunities:compare", "opportunities:calculator", "opportunities:basket_detail", "opportunities:brought_list",
    "following:news_list", "polls:poll_list",
]  # fmt: skip


class FixedSitemap(Sitemap):
    """Pages that are always there."""

    def items(self):
        return FIXED

    def location(self, item):
        return reverse(item)


SITEMAPS = {
    "vast": FixedSitemap,
    **sitemaps_of_kinds(),
}
