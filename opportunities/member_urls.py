from django.urls import path

from . import member_views as views

app_name = "services"
urlpatterns = [
    path("", views.service_list, name="service_list"),
    path("nieuw/", views.service_create, name="service_create"),
    path("<int:pk>/", views.service_edit, name="service_edit"),
]
