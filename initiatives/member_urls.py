from django.urls import path

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
]
