from django.urls import path

from . import private_views, views

app_name = "reactions"
urlpatterns = [
    path("van-mij/<str:token>/", private_views.reaction_detail, name="reaction_detail"),
    path("vraag/<str:token>/", private_views.question_answer, name="question_answer"),
    path(
        "geen-vragen/<str:token>/",
        private_views.question_decline,
        name="question_decline",
    ),
    path("antwoord/<int:pk>/", views.answer_create, name="answer_create"),
    path("<slug:kind>/<slug:slug>/", views.reaction_list, name="reaction_list"),
    path(
        "<slug:kind>/<slug:slug>/schrijf/",
        views.reaction_create,
        name="reaction_create",
    ),
]
