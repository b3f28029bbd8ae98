"""A note is gone at its term, and stands nowhere else."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.utils import timezone

from opportunities.models import Note
from opportunities.notes.actions import forget_notes
from opportunities.notes.links import keeper_token
from opportunities.retention import forget_notes as forget_notes_in_time
from tests.documents import write_documents
from tests.opportunities.notes import SECRET, answers, keep, typed, utrecht
from tests.opportunity_factories import NoteFactory
from tests.sitemap import whole_sitemap

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TERM = timedelta(days=180)


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


@pytest.fixture
def note(client):
    return keep(client, titel="Mijn titel", contact_naam="Ada", contact_email=SECRET)[0]


def tables_with(text):
    """The tables of the database in which this text stands anywhere."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            find = f'SELECT 1 FROM "{table}" AS r WHERE r::text LIKE %s LIMIT 1'  # noqa: S608 names of our own tables
            cursor.execute(find, [f"%{text}%"])
            found += [table] if cursor.fetchone() else []
    return found


# --- the term ---------------------------------------------------------------------------------------
def test_at_its_term_a_note_is_gone_at_once(client, note):
    today = timezone.localdate()
    Note.objects.update(saved_on=today - TERM, remove_on=today)

    assert answers(client, note) == [404] * 6


def test_notes_are_deleted_at_their_term_and_not_before():
    day = timezone.localdate()
    for days in (-1, 0, 1):
        NoteFactory(saved_on=day - TERM, remove_on=day + timedelta(days=days))

    counts = forget_notes(today=day), Note.objects.count()

    assert counts == (2, 1)


def test_every_night_outdated_notes_are_deleted(note):
    Note.objects.update(saved_on="2020-01-01", remove_on="2020-06-29")

    forget_notes_in_time(now=timezone.now())

    assert Note.objects.count() == 0


def test_a_note_stays_180_days(note):
    assert (note.saved_on, note.remove_on) == (timezone.localdate(), timezone.localdate() + TERM)


# --- nowhere else -----------------------------------------------------------------------------------
def test_who_made_it_stands_in_one_table_and_after_deletion_in_none(client, note):
    write_documents()
    before = tables_with(SECRET)

    client.post(f"/gespreksnotitie/verwijderen/{keeper_token(note)}/")

    assert (before, tables_with(SECRET)) == (["opportunities_note"], [])


def test_a_changed_note_leaves_nothing_of_what_stood_there(client, note):
    client.post(f"/gespreksnotitie/wijzigen/{keeper_token(note)}/", typed())

    assert tables_with(SECRET) == []


def test_no_curator_has_a_list_of_notes(note):
    assert [model for model in admin.site._registry if model is Note] == []
    assert [table for table in connection.introspection.table_names() if "note" in table] == ["opportunities_note"]


def test_the_search_does_not_find_a_note(client, note):
    write_documents()

    pages = [client.get("/zoeken/?q=Mijn+titel").content.decode(), whole_sitemap(client)]

    assert [note.token in page for page in pages] == [False, False]
