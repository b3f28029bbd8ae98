from django.urls import path, re_path

from .views import (
    adoption,
    background,
    basket,
    brought,
    calculator,
    compare,
    evidence,
    hand_over,
    municipality,
    my_list,
    note,
    region,
    shared_list,
)

app_name = "opportunities"
urlpatterns = [
    # wij doen dit ook
    path(
        "praktijkvoorbeelden/<slug:slug>/wij-doen-dit-ook/",
        adoption.adoption_create,
        name="adoption_create",
    ),
    path(
        "wij-doen-dit-ook/<str:token>/",
        adoption.adoption_detail,
        name="adoption_detail",
    ),
    path("wat-het-bracht/", brought.brought_list, name="brought_list"),
    path("wat-het-bracht/<slug:kind>/", brought.brought_file, name="brought_file"),
    # gemeenten/
    path("gemeenten/", municipality.municipality_list, name="municipality_list"),
    path(
        "gemeenten/<slug:slug>/",
        municipality.municipality_detail,
        name="municipality_detail",
    ),
    path(
        "gemeenten/<slug:slug>/achtergrond/",
        background.municipality_background,
        name="municipality_background",
    ),
    path(
        "gemeenten/<slug:slug>/<slug:theme_slug>/",
        evidence.evidence_detail,
        name="evidence_detail",
    ),
    # kansen/
    path("kansen/", region.region_detail, name="region_detail"),
    path("kansen/<slug:kind>/", region.region_file, name="region_file"),
    # vergelijk/
    path("vergelijk/", compare.compare, name="compare"),
    path(
        "vergelijk/gemeenten/",
        compare.compare_municipalities,
        name="compare_municipalities",
    ),
    path(
        "vergelijk/voorbeelden/",
        compare.compare_initiatives,
        name="compare_initiatives",
    ),
    path("rekenhulp/", calculator.calculator, name="calculator"),
    # mijn-lijst/
    path("mijn-lijst/", my_list.my_list_detail, name="my_list_detail"),
    path(
        "mijn-lijst/bewaar/<slug:name>/<slug:slug>/",
        my_list.my_list_save,
        name="my_list_save",
    ),
    path(
        "mijn-lijst/wijzig/<slug:name>/<slug:slug>/",
        my_list.my_list_change,
        name="my_list_change",
    ),
    path("mijn-lijst/bestand/<slug:kind>/", my_list.my_list_file, name="my_list_file"),
    path("mijn-lijst/gespreksnotitie/", my_list.my_list_note, name="my_list_note"),
    path(
        "mijn-lijst/delen/",
        shared_list.shared_list_create,
        name="shared_list_create",
    ),
    path(
        "mijn-lijst/gedeeld/<str:token>/",
        shared_list.shared_list_detail,
        name="shared_list_detail",
    ),
    path(
        "mijn-lijst/gedeeld/<str:token>/<slug:kind>/",
        shared_list.shared_list_file,
        name="shared_list_file",
    ),
    path(
        "mijn-lijst/beheer/<str:token>/",
        shared_list.shared_list_manage,
        name="shared_list_manage",
    ),
    path("mijn/overdragen/", hand_over.hand_over_create, name="hand_over_create"),
    # gespreksnotitie/
    path("gespreksnotitie/", basket.basket_detail, name="basket_detail"),
    path(
        "gespreksnotitie/kies/<slug:slug>/",
        basket.basket_change,
        name="basket_change",
    ),
    path("gespreksnotitie/maken/", note.note_create, name="note_create"),
    path("gespreksnotitie/beheer/<str:token>/", note.note_manage, name="note_manage"),
    path("gespreksnotitie/wijzigen/<str:token>/", note.note_edit, name="note_edit"),
    path(
        "gespreksnotitie/verwijderen/<str:token>/",
        note.note_delete,
        name="note_delete",
    ),
    path("gespreksnotitie/<str:token>/", note.note_detail, name="note_detail"),
    path("gespreksnotitie/<str:token>/logo/", note.note_logo, name="note_logo"),
    re_path(
        r"^gespreksnotitie/(?P<token>[^/]+)/(?P<kind>pdf|docx)/$",
        note.note_file,
        name="note_file",
    ),
]
