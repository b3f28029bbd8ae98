from django.urls import path

from . import news_views, views

app_name = "following"
urlpatterns = [
    path("nieuw/", news_views.news_list, name="news_list"),
    path(
        "praktijkvoorbeelden/atom/",
        news_views.initiative_atom,
        name="initiative_atom",
    ),
    path("zoeken/atom/", news_views.search_atom, name="search_atom"),
    path("volgen/", views.follow_create, name="follow_create"),
    path("volgen/gevraagd/", views.follow_asked, name="follow_asked"),
    path("volgen/bevestigen/<str:token>/", views.follow_confirm, name="follow_confirm"),
    path("volgen/afmelden/<str:token>/", views.follower_stop, name="follower_stop"),
    path("volgen/niet-meer/<str:token>/", views.news_dismiss, name="news_dismiss"),
    path("volgen/<str:token>/", views.follower_detail, name="follower_detail"),
]
