"""Numbers of facets are stored with every document: what becomes of answers when the facets change."""

from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.utils import timezone

from search.documents import rebuilding
from search.documents.rebuilding import outdated_kinds, rebuild
from search.keeping import forget_index
from search.layout import is_layout_current
from search.models import SearchDocument, SearchState
from search.registry import FACETS, KINDS, FacetField, register
from search.tasks import write_documents_regularly
from tests.documents import write_documents
from tests.factories import InitiativeFactory, NetworkFactory
from tests.search.conftest import stale_documents

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
STORED = {
    "soort": 1, "thema": 2, "doelgroep": 3, "soort-partner": 4, "partner": 5, "provincie": 6, "gemeente": 7,
    "bibliotheek": 8, "fase": 9, "jaar": 10, "wat": 11, "volheid": 12, "compleet": 13,
}  # fmt: skip


@pytest.fixture
def facets():
    """The declared facets, to change; afterwards they are as they were."""
    declared = dict(FACETS)
    yield FACETS
    FACETS.clear()
    FACETS.update(declared)
    forget_index()


@pytest.fixture
def renumbered(facets):
    """Two examples, of which the documents were written before the facet of years got another number."""
    InitiativeFactory(year=2014)
    InitiativeFactory(year=2019)
    write_documents()
    facets["jaar"] = replace(facets["jaar"], number=99)
    forget_index()


def found_of_2014(client):
    return client.get("/praktijkvoorbeelden/", {"jaar": "2014"}).context["filter"].count


def readiness(client):
    return client.get("/readyz").content.decode()


def test_the_numbers_of_facets_are_those_that_are_stored():
    assert {name: facet.number for name, facet in FACETS.items()} == STORED


def test_a_facet_put_before_the_others_changes_no_answer(client, facets):
    InitiativeFactory(year=2014)
    InitiativeFactory(year=2019)
    write_documents()
    declared = dict(facets)
    facets.clear()
    facets.update({"duur": FacetField(name="duur", number=99, label="Duur"), **declared})
    forget_index()

    assert (found_of_2014(client), stale_documents()) == (1, [])


def test_a_number_is_of_one_facet_and_fits(facets):
    refused = {
        1: "Facetten ‘soort’ en ‘duur’ hebben hetzelfde nummer.",
        0: "moet een nummer van 1 tot en met 127 hebben",
        128: "moet een nummer van 1 tot en met 127 hebben",
    }

    for number, sentence in refused.items():
        with pytest.raises(ImproperlyConfigured, match=sentence):
            register(facets=[FacetField(name="duur", number=number, label="Duur")])
    with pytest.raises(ImproperlyConfigured, match="‘jaar’ is al een naam in het zoeken."):
        register(facets=[FacetField(name="jaar", number=99, label="Jaar")])


def test_documents_of_today_have_the_layout_of_today():
    before = is_layout_current()
    InitiativeFactory()
    write_documents()

    assert (before, is_layout_current()) == (True, True)


def test_the_worker_writes_documents_anew_where_the_layout_changed(client, renumbered):
    before = (is_layout_current(), found_of_2014(client), readiness(client))

    write_documents_regularly(timestamp=0)

    told = "ok\nde zoekdocumenten worden opnieuw geschreven: hun indeling is veranderd"
    assert before == (False, 0, told)
    assert (is_layout_current(), found_of_2014(client), readiness(client)) == (True, 1, "ok")
    assert stale_documents() == []


def test_the_command_writes_documents_anew_only_where_the_layout_changed(client, renumbered, capsys):
    call_command("rebuild_search", "--indeling")
    first = capsys.readouterr().out

    call_command("rebuild_search", "--indeling")

    assert ("100%" in first, found_of_2014(client), capsys.readouterr().out) == (True, 1, "")


def test_a_database_of_before_layouts_were_kept_is_written_anew(client):
    InitiativeFactory(year=2014)
    write_documents()
    SearchState.objects.update(layout={})
    SearchDocument.objects.update(title="Fout")

    write_documents_regularly(timestamp=0)

    wrong = SearchDocument.objects.filter(title="Fout").count()
    assert (is_layout_current(), found_of_2014(client), wrong) == (True, 1, 0)


def test_a_kind_in_another_version_is_written_anew_and_no_other(monkeypatch):
    InitiativeFactory(title="Koffie")
    NetworkFactory(name="Koffienetwerk")
    write_documents()
    monkeypatch.setitem(KINDS, "netwerk", replace(KINDS["netwerk"], version=99))
    SearchDocument.objects.update(title="Fout")

    call_command("rebuild_search", "--indeling", verbosity=0)

    right = SearchDocument.objects.exclude(title="Fout").values_list("kind", "title")
    assert (list(right), is_layout_current()) == ([("netwerk", "Koffienetwerk")], True)


def test_who_goes_back_to_the_version_before_has_what_was_done_written_anew(monkeypatch):
    NetworkFactory.create_batch(2)
    write_documents()
    monkeypatch.setattr(rebuilding, "AT_ONCE", 1)
    before = KINDS["netwerk"]
    monkeypatch.setitem(KINDS, "netwerk", replace(before, version=99))
    halfway = rebuild(today=timezone.localdate(), kinds=outdated_kinds())
    next(halfway)
    halfway.close()
    monkeypatch.setitem(KINDS, "netwerk", before)
    SearchDocument.objects.update(title="Fout")

    write_documents_regularly(timestamp=0)

    assert SearchDocument.objects.filter(kind="netwerk", title="Fout").count() == 0


def test_a_kind_that_no_app_declares_any_more_is_withdrawn(client, monkeypatch):
    InitiativeFactory(title="Koffie")
    NetworkFactory(name="Koffienetwerk")
    write_documents()
    monkeypatch.delitem(KINDS, "netwerk")

    write_documents_regularly(timestamp=0)

    found = client.get("/zoeken/", {"q": "koffie koffienetwerk"}).context["results"]
    kept = SearchDocument.objects.listed().values_list("kind", flat=True)
    assert ([card["title"] for card in found], "netwerk" in set(kept)) == (["<mark>Koffie</mark>"], False)


def test_a_run_that_was_stopped_does_not_go_on_in_another_layout(client, renumbered, monkeypatch, facets):
    monkeypatch.setattr(rebuilding, "AT_ONCE", 1)
    first = rebuild(today=timezone.localdate())
    next(first)
    first.close()
    facets["jaar"] = replace(facets["jaar"], number=12)

    list(rebuild(today=timezone.localdate()))

    assert (stale_documents(), SearchState.objects.get().rebuilding) == ([], {})
