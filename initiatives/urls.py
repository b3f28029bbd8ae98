from django.urls import path

from . import views

app_name = "initiatives"
urlpatterns = [
    path("praktijkvoorbeelden/<slug:slug>/", views.initiative_detail, name="initiative_detail"),
    path("klopt-nog/<str:token>/", views.initiative_confirm, name="initiative_confirm"),
    path("themas/", views.theme_list, name="theme_list"),
    path("themas/<slug:slug>/", views.theme_detail, name="theme_detail"),
    path("documenten/<slug:slug>/", views.document_file, name="document_file"),
    path("fotos/<int:pk>/", views.photo_file, name="photo_file"),
]
