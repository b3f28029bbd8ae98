from django.urls import path

from . import views

app_name = "opportunities"
urlpatterns = [
    path("gemeenten/", views.municipality_list, name="municipality_list"),
    path("gemeenten/<slug:slug>/", views.municipality_detail, name="municipality_detail"),
]
