"""Which changes are noted, when they are written, and what changes because the day does."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from partners import models as partners
from search.documents.catching_up import catch_up
from search.documents.days import note_what_changes_by_date
from search.models import ChangedObject, SearchDocument
from tests.documents import write_documents
from tests.factories import InitiativeFactory, MunicipalityFactory, SuccessionFactory, ThemeFactory
from tests.search.conftest import document_of, stale_documents
from tests.search.country import change

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def it_becomes(monkeypatch):
    """A function that makes it another day."""

    def become(day):
        monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: day)

    return become


def test_a_change_that_is_taken_back_leaves_no_note(w):
    with transaction.atomic():
        change(w.uwv, name="Anders")
        noted = ChangedObject.objects.count()
        transaction.set_rollback(True)

    assert (noted > 0, ChangedObject.objects.count()) == (True, 0)


def test_a_row_that_stays_the_same_leaves_no_note(w):
    partners.Province.objects.update(name="Noord-Holland")

    assert ChangedObject.objects.count() == 0


def test_a_document_that_stays_the_same_is_not_written_again(w):
    before = dict(SearchDocument.objects.values_list("pk", "version"))
    partners.Organisation.objects.filter(pk=w.uwv.pk).update(website="https://voorbeeld.nl/")
    write_documents()

    assert dict(SearchDocument.objects.values_list("pk", "version")) == before


def test_what_does_not_fit_at_once_is_written_later(w):
    InitiativeFactory.create_batch(12)
    rounds = 1
    while catch_up(5):
        rounds += 1

    assert (rounds >= 3, stale_documents()) == (True, [])


def test_a_confirmation_that_ends_by_itself_is_written_that_day(w, it_becomes):
    today = timezone.localdate()
    change(w.initiative, confirmed_on=today - timedelta(2), confirmed_by=w.library, next_check_on=today + timedelta(1))
    note_what_changes_by_date()
    write_documents()
    before = document_of(w.initiative, "praktijkvoorbeeld").quality

    it_becomes(today + timedelta(1))
    note_what_changes_by_date()
    write_documents()

    assert (before - document_of(w.initiative, "praktijkvoorbeeld").quality, stale_documents()) == (100, [])


def test_a_municipality_that_ends_by_itself_leaves_that_day(w, it_becomes):
    today = timezone.localdate()
    note_what_changes_by_date()
    change(w.place, valid_until=today + timedelta(3))
    SuccessionFactory(predecessor=w.place, successor=MunicipalityFactory(), takes_effect_on=today + timedelta(3))
    write_documents()

    it_becomes(today + timedelta(5))
    note_what_changes_by_date()
    write_documents()

    assert (document_of(w.place, "gemeente"), stale_documents()) == (None, [])


def test_a_document_that_cannot_be_made_does_not_hold_up_the_others(w, caplog):
    ThemeFactory(name="Onmogelijk", pk=2**40)  # a number that no bitmap holds
    ThemeFactory(name="Bewegen")
    caplog.set_level("CRITICAL", logger="bieb_netwerk")

    write_documents()

    themes = SearchDocument.objects.listed().filter(kind="thema").values_list("title", flat=True)
    assert sorted(themes) == ["Bewegen", "Leren", "Taal"]
    assert ChangedObject.objects.count() == 0
