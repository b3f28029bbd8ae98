from django.urls import path

from . import views

app_name = "partners"
urlpatterns = [
    path("bibliotheken/", views.library_list, name="library_list"),
    path("bibliotheken/<slug:slug>/", views.library_detail, name="library_detail"),
    path("partners/", views.partner_list, name="partner_list"),
    path("partners/<slug:slug>/", views.partner_detail, name="partner_detail"),
    path("netwerken/", views.network_list, name="network_list"),
    path("netwerken/<slug:slug>/", views.network_detail, name="network_detail"),
]
