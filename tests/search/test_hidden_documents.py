"""What the public may not see has no document, and leaves nothing behind."""

from datetime import date

import pytest
from django.utils import timezone

from events.models import Event
from initiatives.models import Initiative
from search.models import CorpusWord, DocumentWords, SearchDocument
from tests.documents import write_documents
from tests.event_factories import EventFactory
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    NetworkFactory,
    PartnerFactory,
    ThemeFactory,
)
from tests.search.conftest import document_of, found_titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ARCHIVABLE = {
    "gemeente": MunicipalityFactory,
    "bibliotheek": LibraryFactory,
    "partner": PartnerFactory,
    "netwerk": NetworkFactory,
}


def test_what_is_not_public_has_no_document():
    things = [
        *[("praktijkvoorbeeld", InitiativeFactory(publication_state=state))
          for state in ("concept", "ingezonden", "gearchiveerd")],
        *[(kind, make(archived_on=date(2020, 1, 1))) for kind, make in ARCHIVABLE.items()],
        ("gemeente", MunicipalityFactory(valid_until=date(2022, 3, 24))),
        ("gemeente", MunicipalityFactory(valid_until=timezone.localdate())),
        ("bijeenkomst", EventFactory(state="concept")),
        ("bijeenkomst", EventFactory(archived_on=date(2020, 1, 1))),
        ("document", DocumentFactory(archived_on=date(2020, 1, 1))),
    ]  # fmt: skip
    write_documents()

    assert [(kind, str(thing)) for kind, thing in things if document_of(thing, kind)] == []
    titles = SearchDocument.objects.values_list("title", flat=True)
    assert set(titles) & {str(thing) for _, thing in things} == set()


@pytest.mark.parametrize("state", ["concept", "ingezonden", "gearchiveerd"])
def test_a_document_that_hangs_only_under_what_is_not_public_is_not_found(state):
    paper, hidden = DocumentFactory(title="Geheim"), InitiativeFactory(title="Verborgen", publication_state=state)
    paper.initiatives.add(hidden)
    write_documents()

    assert document_of(paper, "document") is None
    assert found_titles("geheim") == []


@pytest.mark.parametrize("values", [{"state": "concept"}, {"archived_on": date(2020, 1, 1)}])
def test_a_document_of_a_meeting_that_is_not_public_is_not_found(values):
    paper = DocumentFactory(title="Geheim")
    event = EventFactory(title="Verborgen")
    event.documents.set([paper])
    before = found_titles("geheim")

    Event.objects.filter(pk=event.pk).update(**values)

    assert (before, found_titles("geheim"), document_of(paper, "document")) == (["Geheim"], [], None)


def test_a_document_does_not_give_away_a_meeting_that_is_not_public():
    paper = DocumentFactory(title="Folder")
    for state in ("concept", "open"):
        EventFactory(title="Verborgen" if state == "concept" else "Dag", state=state).documents.set([paper])

    assert found_titles("verborgen") == []
    assert found_titles("dag", soort="document") == ["Folder"]


def test_a_document_does_not_give_away_an_example_that_is_not_public():
    paper = DocumentFactory(title="Folder")
    paper.initiatives.set([InitiativeFactory(title="Verborgen", publication_state="concept"), InitiativeFactory()])

    assert found_titles("verborgen") == []
    assert not CorpusWord.objects.filter(word="verborgen").exists()


def test_what_is_withdrawn_leaves_an_empty_row():
    initiative = InitiativeFactory(title="Weg", goal="Weg ermee", year=2014, themes=[ThemeFactory()])
    write_documents()
    before = SearchDocument.objects.get(kind="praktijkvoorbeeld")

    Initiative.objects.update(publication_state="gearchiveerd")
    write_documents()

    row = SearchDocument.objects.filter(kind="praktijkvoorbeeld", object_id=initiative.pk).values().get()
    assert row.pop("version") > before.version
    assert row == {
        "id": before.id, "kind": "praktijkvoorbeeld", "object_id": initiative.pk, "is_public": False, "title": "",
        "text": "", "words_digest": "", "codes": [], "sort_key": "", "year": 0, "updated_at": before.updated_at,
        "quality": 0, "card": {}, "meaning": b"",
    }  # fmt: skip
    assert DocumentWords.objects.filter(document=before).count() == 0
