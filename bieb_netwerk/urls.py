"""Every address of the site; each app has its own list."""

from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path

from . import views
from .sitemaps import SITEMAPS

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("search.urls")),
    # before the slugs of initiatives, beside which a feed stands
    path("", include("following.urls")),
    path("reacties/", include("reactions.urls")),
    path("peilingen/", include("polls.urls")),
    path("", include("initiatives.urls")),
    path("", include("partners.urls")),
    path("", include("opportunities.urls")),
    path("agenda/", include("events.urls")),
    path("", include("contact.urls")),
    path("mijn/aanbod/", include("opportunities.member_urls")),
    path("mijn/", include("initiatives.member_urls")),
    path("inloggen/", include("accounts.urls")),
    path("over/", views.page, {"name": "about"}, name="about"),
    path("privacy/", views.privacy, name="privacy"),
    path(
        "toegankelijkheid/",
        views.page,
        {"name": "accessibility"},
        name="accessibility",
    ),
    path("beheer/", include("desk.urls")),
    path("beheer/", admin.site.urls),
    # for machines
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        sitemap,
        {"sitemaps": SITEMAPS},
        name="sitemap_part",
    ),
    path("robots.txt", views.robots_txt),
    path("favicon.ico", views.favicon),
    path(".well-known/security.txt", views.security_txt),
    path(".well-known/change-password", views.change_password),
    path("livez", views.livez),
    path("readyz", views.readyz),
]
handler400 = "serving.refusals.bad_request"
handler500 = "serving.refusals.server_error"
