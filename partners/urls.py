from django.urls import path

from . import claim_views, views
from .models import Library, Partner

app_name = "partners"
urlpatterns = [
    path("bibliotheken/", views.library_list, name="library_list"),
    path("bibliotheken/<slug:slug>/", views.library_detail, name="library_detail"),
    path(
        "bibliotheken/<slug:slug>/van-mij/",
        claim_views.claim_create,
        {"model": Library},
        name="library_claim",
    ),
    path("partners/", views.partner_list, name="partner_list"),
    path("partners/<slug:slug>/", views.partner_detail, name="partner_detail"),
    path(
        "partners/<slug:slug>/van-mij/",
        claim_views.claim_create,
        {"model": Partner},
        name="partner_claim",
    ),
    path("account-aanvragen/", claim_views.account_request, name="account_request"),
    path("aanvraag/<str:token>/", claim_views.claim_confirm, name="claim_confirm"),
    path("netwerken/", views.network_list, name="network_list"),
    path("netwerken/<slug:slug>/", views.network_detail, name="network_detail"),
]
