from django.urls import path

from . import views

app_name = "search"
urlpatterns = [
    path("zoeken/", views.search, name="search"),
    path("zoeken/suggesties/", views.suggestion_list, name="suggestion_list"),
    path("zoeken/filter/<slug:facet>/", views.search_values, name="search_values"),
    path("praktijkvoorbeelden/", views.initiative_list, name="initiative_list"),
    path("praktijkvoorbeelden/kaart/", views.initiative_map, name="initiative_map"),
    path("praktijkvoorbeelden/csv/", views.initiative_csv, name="initiative_csv"),
    path("praktijkvoorbeelden/filter/<slug:facet>/", views.initiative_values, name="initiative_values"),
]
