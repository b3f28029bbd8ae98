from django.urls import path

from . import question_views, views

app_name = "contact"
urlpatterns = [
    path("klopt-er-iets-niet/", views.message_create, name="message_create"),
    path("klopt-er-iets-niet/bedankt/", views.message_thanks, name="message_thanks"),
    path(
        "contact/vraag/<str:token>/",
        question_views.question_confirm,
        name="question_confirm",
    ),
    path(
        "contact/<slug:kind>/<slug:slug>/",
        question_views.question_create,
        name="question_create",
    ),
]
