from django.urls import path

from . import views

app_name = "search"
urlpatterns = [
    path("zoeken/", views.search, name="search"),
    path("zoeken/suggesties/", views.suggestion_list, name="suggestion_list"),
    path("zoeken/filter/<slug:facet>/", views.search_values, name="search_values"),
]
