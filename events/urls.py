from django.urls import include, path

from . import filling_views, views

app_name = "events"
urlpatterns = [
    path("", views.event_list, name="event_list"),
    path("voorbij/", views.past_list, name="past_list"),
    path("maand/", views.month, name="month"),
    path("maand/<int:year>-<int:month>/", views.month, name="month_of"),
    path("agenda.ics", views.feed, name="feed"),
    path("foto/<int:pk>/", views.photo_file, name="photo_file"),
    path("", include("events.registration_urls")),  # before the pages of single events
    path("<slug:slug>/", views.event_detail, name="event_detail"),
    path(
        "<slug:slug>/vul-aan/<slug:field>/",
        filling_views.fill_meeting,
        name="fill_meeting",
    ),
    path("<slug:slug>/agenda.ics", views.event_calendar, name="event_calendar"),
]
