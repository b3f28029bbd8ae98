from django.urls import path

from . import member_sheet_views as sheet_views
from . import member_views as views

app_name = "members"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("voorbeelden/nieuw/", views.initiative_create, name="initiative_create"),
    path("voorbeelden/<slug:slug>/", views.initiative_edit, name="initiative_edit"),
    path(
        "voorbeelden/<slug:slug>/insturen/",
        views.initiative_submit,
        name="initiative_submit",
    ),
    path(
        "voorbeelden/<slug:slug>/klopt-nog/",
        views.initiative_confirm,
        name="initiative_confirm",
    ),
    path("bestand/", sheet_views.sheet, name="sheet"),
    path("bestand/bewaar/", sheet_views.sheet_save, name="sheet_save"),
    path("bestand/<slug:kind>/", sheet_views.sheet_file, name="sheet_file"),
]
