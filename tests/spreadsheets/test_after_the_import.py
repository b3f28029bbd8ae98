"""What a curator sees before and after saving: totals per column, twenty rows a page, links, a filter, the question."""

import pytest
from django.urls import reverse

from sources.models import Source
from tests.factories import SourceFactory
from tests.markup import squeezed
from tests.spreadsheets.import_runs import bring_in, press, upload

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

SOURCES = reverse("admin:sources_source_changelist")


def sheet(count):
    rows = "".join(f"s{number};Titel {number};wet\n" for number in range(count))
    return f"slug;titel;soort\n{rows}"


def shown_titles(client, run):
    """The titles in the list that is filtered by this import."""
    response = client.get(SOURCES, {"import": run.pk})
    return sorted(source.title for source in response.context["cl"].queryset)


def test_totals_per_column_and_twenty_rows_a_page(client, curator):
    SourceFactory(slug="s0", title="Oud", kind="wet")
    run = upload(client, sheet(21))

    response = client.get(run.get_absolute_url())

    assert response.context["columns"] == [("titel", 1, 20), ("slug", 0, 20), ("soort", 0, 20)]
    assert (len(response.context["page"]), response.context["page"].paginator.num_pages) == (20, 2)
    assert "Verandert" in squeezed(response)


def test_each_row_that_was_saved_leads_to_its_form_and_the_list_shows_only_those(client, curator):
    SourceFactory(slug="s0", title="Oud", kind="wet")
    SourceFactory(title="Van een ander")
    run = upload(client, sheet(2))
    before = [row.object_id for row in run.rows.filter(outcome="nieuw")]
    press(client, run, "bevestigen")

    text = client.get(run.get_absolute_url()).content.decode()

    written = Source.objects.filter(slug__in=["s0", "s1"]).values_list("pk", flat=True)
    forms = [reverse("admin:sources_source_change", args=[pk]) for pk in written]
    assert before == [None]
    assert [f'href="{address}"' in text for address in forms] == [True, True]
    assert f'href="{SOURCES}?import={run.pk}"' in text
    assert shown_titles(client, run) == ["Titel 0", "Titel 1"]


def test_the_filter_shows_nothing_of_an_import_that_one_may_not_see_or_that_is_none(client, curator):
    run = bring_in(client, sheet(1))

    numbers = ("x", "9" * 30, "0", "²")

    shown = [client.get(SOURCES, {"import": value}).context["cl"].queryset.count() for value in numbers]

    assert shown == [0] * 4
    assert shown_titles(client, run) == ["Titel 0"]


def test_turning_back_asks_first_and_says_what_stays(client, curator):
    SourceFactory(slug="s0", title="Oud", kind="wet")
    run = bring_in(client, sheet(3))
    edited = Source.objects.get(slug="s1")
    edited.title = "Later"
    edited.save()
    address = reverse("admin:import_terugdraaien", args=[run.pk])

    asked = squeezed(client.get(address))
    untouched = Source.objects.count()
    press(client, run, "terugdraaien")

    assert "1 nieuwe rij verdwijnt." in asked
    assert "1 veranderde rij wordt weer zoals voor de import." in asked
    assert "1 rij blijft zoals nu: na de import veranderd, in gebruik of van een ander." in asked
    assert "Regel 3: Titel 1" in asked
    assert untouched == 3
    assert run.notices == [
        "2 van de 3 rijen van deze import zijn weer zoals daarvoor.",
        "1 rij bleef staan: die is na de import veranderd, in gebruik of van een ander.",
    ]
    assert client.get(address).status_code == 302
