"""The public pages, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from events.models import Event
from initiatives.models import Initiative, Theme
from partners.models import Library, Municipality, Network, Partner

FIXED = [
    "home", "about", "privacy", "accessibility", "initiatives:initiative_list", "initiatives:initiative_map",
    "initiatives:theme_list", "opportunities:municipality_list", "partners:library_list", "partners:partner_list",
    "partners:network_list", "events:event_list", "events:past_list", "opportunities:region_detail",
    "opportunities:compare", "opportunities:calculator", "opportunities:basket_detail",
]  # fmt: skip


class FixedSitemap(Sitemap):
    """Pages that are always there."""

    def items(self):
        return FIXED

    def location(self, item):
        return reverse(item)


class ObjectSitemap(Sitemap):
    """The pages of one kind of object; ``choose`` gives those the public may see."""

    def __init__(self, choose):
        self.choose = choose

    def items(self):
        return self.choose()

    def lastmod(self, item):
        return getattr(item, "updated_at", None)


SITEMAPS = {
    "vast": FixedSitemap,
    "praktijkvoorbeelden": ObjectSitemap(lambda: Initiative.objects.published().order_by("pk")),
    "themas": ObjectSitemap(lambda: Theme.objects.order_by("pk")),
    "bibliotheken": ObjectSitemap(lambda: Library.objects.published().order_by("pk")),
    "partners": ObjectSitemap(lambda: Partner.objects.published().order_by("pk")),
    "netwerken": ObjectSitemap(lambda: Network.objects.published().order_by("pk")),
    "bijeenkomsten": ObjectSitemap(lambda: Event.objects.published().order_by("pk")),
    "gemeenten": ObjectSitemap(lambda: Municipality.objects.current(timezone.localdate()).order_by("pk")),
}
