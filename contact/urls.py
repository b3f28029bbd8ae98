from django.urls import path

from . import views

app_name = "contact"
urlpatterns = [
    path("", views.message_create, name="message_create"),
    path("bedankt/", views.message_thanks, name="message_thanks"),
]
