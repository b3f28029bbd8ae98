"""Addresses for who comes: registering, what somebody arranges with a link from a mail, and the evaluation."""

from django.urls import path

from . import (
    door_views,
    evaluation_views,
    mending_views,
    offer_views,
    place_change_views,
    place_views,
    registration_views,
    verification_views,
)

urlpatterns = [
    path(
        "organisaties/",
        registration_views.organisation_suggestions,
        name="organisation_suggestions",
    ),
    path("boeking/<str:token>/", place_views.booking, name="booking"),
    path(
        "boeking/<str:token>/bevestigen/",
        verification_views.verify_address,
        name="verify_address",
    ),
    path(
        "boeking/<str:token>/adres/",
        mending_views.booking_address,
        name="booking_address",
    ),
    path("deur/<str:token>/", door_views.door, name="door"),
    path("deur/<str:token>/lijst/", door_views.door_list, name="door_list"),
    path("plek/<str:token>/", place_views.place, name="place"),
    path(
        "plek/<str:token>/programma.ics",
        place_views.place_calendar,
        name="place_calendar",
    ),
    path("plek/<str:token>/code.svg", place_views.place_code, name="place_code"),
    path(
        "plek/<str:token>/deelnemers/",
        place_views.place_attendees,
        name="place_attendees",
    ),
    path(
        "plek/<str:token>/wijzigen/",
        place_change_views.place_change,
        name="place_change",
    ),
    path(
        "plek/<str:token>/deelsessies/",
        place_change_views.place_sessions,
        name="place_sessions",
    ),
    path("plek/<str:token>/adres/", mending_views.place_address, name="place_address"),
    path(
        "plek/<str:token>/overdragen/",
        mending_views.place_hand_over,
        name="place_hand_over",
    ),
    path(
        "plek/<str:token>/afmelden/",
        place_change_views.place_cancel,
        name="place_cancel",
    ),
    path("plek/<str:token>/aanbod/", offer_views.place_offer, name="place_offer"),
    path(
        "plek/<str:token>/aanbod/<int:choice>/",
        offer_views.session_offer,
        name="session_offer",
    ),
    path("evaluatie/<str:token>/", evaluation_views.evaluation, name="evaluation"),
    path("<slug:slug>/inschrijven/", registration_views.register, name="register"),
]
