"""A file of somebody else: say which column is what, what is empty and what to fill in, and bring it in."""

import pytest
from django.urls import reverse

from initiatives.models import Initiative
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.markup import squeezed
from tests.spreadsheets.import_runs import bring_in, columns_form, page, press, upload

pytestmark = pytest.mark.django_db

FILE = '''Title,Description,Link,Organisation,Type of Organisation,Country,Language,Key Area,Sector,Scope
Tech4Biowaste: a database,"A database of technologies, for everyone",https://voorbeeld.nl/a,N/A,N/A,N/A,N/A,N/A,N/A,N/A
"Cradle to Cradle®: a ""standard""",N/A,https://voorbeeld.nl/b,EPEA,Business,Germany,English,Consumption,Other,EU
Café Réparation,Repair things together,https://voorbeeld.nl/c,Repair,NGO,France,French,Production,N/A,Local
'''
COLUMNS = {"Title": "titel", "Description": "samenvatting", "Country": "toelichting_plaats", "Key Area": "themas"}


@pytest.fixture
def run(client, curator):
    return upload(client, FILE, model="initiatives.initiative")


def answer(client, run, columns=COLUMNS, **fields):
    """Say which column is which, and let the worker check the file."""
    words = {"empty_words": "N/A, n.v.t., onbekend, -", "drop_unknown": "on", "vast-samenvatting": "Nog te schrijven."}
    return press(client, run, "kolommen", **columns_form(run, columns, **(words | fields)))


def test_unknown_columns_are_asked_about(client, run):
    assert run.state == "kolommen"
    assert reverse("admin:import_kolommen", args=[run.pk]) in page(client, run)


def test_the_page_shows_every_column_with_an_example_and_what_is_usual(client, run):
    text = client.get(reverse("admin:import_kolommen", args=[run.pk])).content.decode()

    assert [header in text for header in run.headers] == [True] * 10
    assert "Bijvoorbeeld: https://voorbeeld.nl/a" in text
    assert "N/A, n.v.t., onbekend, -" in text


def test_a_file_of_one_row_is_told_of_as_one(client, curator):
    run = upload(client, "Title\nA\n", model="initiatives.initiative")

    text = squeezed(client.get(reverse("admin:import_kolommen", args=[run.pk])))

    assert "Dit bestand heeft 1 rij en 1 kolom. Zeg welke kolom wat is." in text


def test_answers_lead_to_a_preview_in_which_nothing_is_written(client, run):
    response = answer(client, run)

    assert (response.url, run.state, run.counts) == (run.get_absolute_url(), "gecontroleerd", {"nieuw": 3})
    assert Initiative.objects.count() == 0


def test_confirming_makes_entries_that_are_not_public_yet(client, run):
    answer(client, run)
    press(client, run, "bevestigen")

    assert set(Initiative.objects.values_list("slug", "summary", "place_note", "publication_state")) == {
        ("tech4biowaste-a-database", "A database of technologies, for everyone", "", "concept"),
        ("cradle-to-cradle-a-standard", "Nog te schrijven.", "Germany", "concept"),
        ("cafe-reparation", "Repair things together", "France", "concept"),
    }


def test_unknown_themes_are_left_out_and_told(client, run):
    answer(client, run)

    assert "‘Consumption’ bestaat niet als thema en is weggelaten." in page(client, run)


def test_without_leaving_out_a_row_with_an_unknown_theme_is_refused(client, run):
    answer(client, run, drop_unknown="")

    assert run.counts == {"nieuw": 1, "geweigerd": 2}


def test_the_same_file_a_second_time_is_unchanged(client, run):
    answer(client, run)
    press(client, run, "bevestigen")

    second = upload(client, FILE, model="initiatives.initiative")
    answer(client, second)

    assert second.counts == {"gelijk": 3}


def test_a_constant_fills_only_what_is_empty(client, run):
    ThemeFactory(slug="kringloop")
    answer(client, run, **{"vast-themas": "kringloop", "vast-toelichting_plaats": "Europa"})
    press(client, run, "bevestigen")

    told = dict(Initiative.objects.values_list("slug", "place_note"))
    assert told["tech4biowaste-a-database"] == "Europa"
    assert told["cafe-reparation"] == "France"
    assert Initiative.objects.filter(themes__slug="kringloop").count() == 1


def test_answers_that_cannot_be_are_explained(client, run):
    told = []
    for columns in ({}, {"Description": "samenvatting"}, {"Title": "titel", "Country": "titel"}):
        response = client.post(reverse("admin:import_kolommen", args=[run.pk]), columns_form(run, columns))
        told.append((response.status_code, len(response.context["form"].non_field_errors())))

    run.refresh_from_db()
    assert (told, run.state) == ([(200, 1)] * 3, "kolommen")


def test_a_column_that_is_none_of_ours_is_refused(client, run):
    refused = []
    for column in ("id", "pk", "publicatie; drop table", "TITEL", "\x00"):
        response = client.post(reverse("admin:import_kolommen", args=[run.pk]), columns_form(run, {"Title": column}))
        refused.append((response.status_code, "kolom-0" in response.context["form"].errors))

    run.refresh_from_db()
    assert (refused, run.state) == ([(200, True)] * 5, "kolommen")


def test_answers_can_be_changed_after_the_preview(client, run):
    answer(client, run)
    answer(client, run, columns={"Title": "titel", "Description": "doel"})
    press(client, run, "bevestigen")

    assert Initiative.objects.get(slug="cafe-reparation").goal == "Repair things together"


def test_a_header_that_stands_there_twice_can_be_told_apart(client, curator):
    run = upload(client, "titel;titel;samenvatting\nEen;Twee;S\n", model="initiatives.initiative")

    press(client, run, "kolommen", **{"kolom-0": "titel", "kolom-1": "", "kolom-2": "samenvatting", "empty_words": ""})
    press(client, run, "bevestigen")

    assert list(Initiative.objects.values_list("title", flat=True)) == ["Een"]


def test_a_column_of_ours_may_have_an_unknown_neighbour(client, curator):
    MunicipalityFactory(cbs_code="GM0344")
    run = upload(client, "Titel;Samenvatting;Gemeenten;Kleur\nA;S;GM0344;rood\n", model="initiatives.initiative")

    assert run.mapping == {"Titel": "titel", "Samenvatting": "samenvatting", "Gemeenten": "gemeenten", "Kleur": ""}


def test_a_file_with_our_own_columns_asks_nothing(client, curator):
    run = bring_in(client, "Lijst van 2026\n\nSAMENVATTING;titel\nS;A\n", model="initiatives.initiative")

    assert (run.state, Initiative.objects.get().title) == ("klaar", "A")
