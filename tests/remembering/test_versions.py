"""Whatever is read for a remembered page gives the content another version when it is written, at the commit."""

import re

import psycopg
import pytest
from django.db import connection, transaction

from remembering.memory import MEMORY
from remembering.models import ContentVersion, UncommittedChange
from tests import templates
from tests.factories import ThemeFactory
from tests.remembering.tables import PLACES, watched
from tests.rooms import rooms, tables_of

pytestmark = pytest.mark.postgresql
# nothing of which stands on a page that is the same for everybody
ROOMS_APART = {
    "accounts",
    "backup",
    "contact",
    "curation",
    "following",
    "mail",
    "polls",
    "remembering",
    "spreadsheets",
    "visitors",
}
# kept of people, of work behind log-in, of notes, of what was searched for; no page for everybody reads them
NOT_READ = {
    "events_dataaccess",
    "events_evaluationanswer",
    "events_evaluationquestion",
    "events_mailing",
    "events_mailing_documents",
    "events_personalneeds",
    "events_registrationstep",
    "events_sententry",
    "events_toldfacts",
    "initiatives_changeproposal",
    "initiatives_likelydouble",
    "initiatives_reviewstep",
    "initiatives_sharedfile",
    "initiatives_sharing",
    "initiatives_stepofrun",
    "initiatives_steprun",
    "initiatives_tip",
    "opportunities_adoptionteller",
    "opportunities_note",
    "opportunities_ownlist",
    "opportunities_sharedlist",
    "opportunities_textintake",
    "partners_claim",
    "partners_curatorship",
    "partners_organisationdouble",
    "partners_membership",
    "reactions_askedperson",
    "search_changedobject",
    "search_searchedword",
}


def version_of(kind):
    return ContentVersion.objects.filter(kind=kind).values_list("version", flat=True).first()


def versions():
    return {"content": version_of("content"), "places": version_of("places")}


def somebody_else():
    """A connection of another process."""
    return psycopg.connect(templates.address_of(connection.settings_dict["NAME"]))


@pytest.mark.django_db
def test_every_table_of_content_is_watched_or_left_out_on_purpose():
    tables = set()
    for room in set(rooms()) - ROOMS_APART:
        tables |= {model._meta.db_table for model in tables_of(room)}

    assert sorted(tables - watched()) == sorted(NOT_READ)


@pytest.mark.django_db(transaction=True)
def test_every_watched_table_gives_its_kind_another_version():
    silent = []
    for table in sorted(watched()):
        before = versions()
        with connection.cursor() as cursor:
            cursor.execute(f'DELETE FROM "{table}" WHERE false')  # noqa: S608 names of our own tables
        renewed = [kind for kind, version in versions().items() if version != before[kind]]
        if renewed != ["places" if table in PLACES else "content"]:
            silent.append((table, renewed))

    assert (silent, UncommittedChange.objects.count()) == ([], 0)


@pytest.mark.django_db(transaction=True)
def test_a_change_is_seen_by_the_next_request_once_it_is_committed(client, settings):
    settings.MOST_REMEMBERED = 10**6
    MEMORY.forget()
    ThemeFactory(slug="lezen", name="Lezen")

    def heading():
        return re.search(r"<h1[^>]*>\s*(.+?)\s*</h1>", client.get("/themas/lezen/").content.decode())[1]

    with somebody_else() as other:
        other.execute("UPDATE initiatives_theme SET name = 'Boeken'")
        told = [heading()]  # remembered while the other is at work
        other.rollback()
        told.append(heading())
        other.execute("UPDATE initiatives_theme SET name = 'Vertellen'")
        told.append(heading())
        before = version_of("content")
        other.commit()
        told.append(heading())

    assert told == ["Lezen", "Lezen", "Lezen", "Vertellen"]
    assert version_of("content") != before


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_and_what_nobody_reads_renew_nothing(client):
    theme = ThemeFactory()
    before = version_of("content")

    with transaction.atomic():
        theme.delete()
        transaction.set_rollback(True)
    client.get("/")

    assert version_of("content") == before
