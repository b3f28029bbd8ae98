"""The list of pages for search engines has every list that readers may open."""

from django.urls import URLResolver, get_resolver, reverse

from bieb_netwerk.sitemaps import FixedSitemap

# for who is logged in, or no page
LEFT_OUT = {"search:suggestion_list", "services:service_list"}
CURATORS = "/beheer/"


def lists_below(resolver, namespace=""):
    """The names of addresses of lists and maps that ask for nothing."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from lists_below(pattern, inner)
        elif (pattern.name or "").endswith(("_list", "_map")) and not pattern.pattern.regex.groups:
            yield f"{namespace}{pattern.name}"


def test_every_list_of_readers_is_in_the_sitemap():
    lists = {name for name in lists_below(get_resolver()) if not reverse(name).startswith(CURATORS)}

    assert lists - LEFT_OUT == {name for name in FixedSitemap().items() if name.endswith(("_list", "_map"))}
