from django.urls import path

from . import filling_views, overview, sharing_views, tip_views, views

app_name = "initiatives"
urlpatterns = [
    path("praktijkvoorbeelden/", overview.initiative_list, name="initiative_list"),
    path("praktijkvoorbeelden/kaart/", overview.initiative_map, name="initiative_map"),
    path("praktijkvoorbeelden/csv/", overview.initiative_csv, name="initiative_csv"),
    path(
        "praktijkvoorbeelden/filter/<slug:facet>/",
        overview.initiative_values,
        name="initiative_values",
    ),
    path(
        "praktijkvoorbeelden/<slug:slug>/",
        views.initiative_detail,
        name="initiative_detail",
    ),
    path(
        "vul-aan/voorbeeld/<slug:slug>/<slug:field>/",
        filling_views.fill_initiative,
        name="fill_initiative",
    ),
    path(
        "vul-aan/thema/<slug:slug>/<slug:field>/",
        filling_views.fill_theme,
        name="fill_theme",
    ),
    path(
        "vul-aan/<slug:slug>/<slug:field>/",
        filling_views.fill_organisation,
        name="fill_organisation",
    ),
    path(
        "vul-aan/<slug:slug>/<slug:field>/<slug:theme_slug>/",
        filling_views.fill_organisation,
        name="fill_for_theme",
    ),
    path("delen/", sharing_views.share_create, name="share_create"),
    path("delen/tip/", tip_views.tip_create, name="tip_create"),
    path("delen/tip/bedankt/", tip_views.tip_sent, name="tip_sent"),
    path("delen/<str:token>/", sharing_views.share_follow, name="share_follow"),
    path("klopt-nog/<str:token>/", views.initiative_confirm, name="initiative_confirm"),
    path("themas/", views.theme_list, name="theme_list"),
    path("themas/<slug:slug>/", views.theme_detail, name="theme_detail"),
    path("documenten/<slug:slug>/", views.document_file, name="document_file"),
    path("fotos/<int:pk>/", views.photo_file, name="photo_file"),
]
