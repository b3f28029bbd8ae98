"""Whatever changes a row, and however: the documents that it stands in are written again."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives import models as initiatives
from search.documents.catching_up import draft_documents
from search.documents.world import World
from search.models import SearchDocument
from search.registry import DEPENDENTS, KINDS
from tests.documents import write_documents
from tests.evidence_factories import CitationFactory
from tests.factories import (
    BranchFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    NetworkMemberFactory,
    PartnerFactory,
    ProvinceFactory,
    SourceFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.search.conftest import stale_after, stale_documents
from tests.search.country import change, change_in_sql

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
NOT_WATCHED = {
    "sources_source": "quotes are ordered by it; it gives no text",
}


def _date_of_a_source(w):
    """Quotes stand in the order of their sources."""
    first, _ = (
        CitationFactory(
            initiative=w.initiative, source=SourceFactory(published_on=date(year, 1, 1)), paraphrase=f"In {year}"
        )
        for year in (2001, 2002)
    )
    write_documents()
    change(first.source, published_on=date(2010, 1, 1))


CHANGES = {
    "partner renamed": lambda w: change(w.office, name="Werkplein"),
    "short name": lambda w: change(w.office, short_name="WP"),
    "whole renamed": lambda w: change(w.uwv, name="Uitkeringsinstituut"),
    "office moved": lambda w: change(w.office, parent=PartnerFactory(name="Ander")),
    "sector": lambda w: change(w.uwv, sector="ministerie"),
    "province renamed": lambda w: change(w.province, name="Holland"),
    "municipality renamed": lambda w: change(w.place, name="Mokum"),
    "former renamed": lambda w: change(w.former, name="Oud-Weesp"),
    "municipality ends": lambda w: change(w.place, valid_until=date(2020, 1, 1)),
    "municipality in another province": lambda w: change(w.place, province=ProvinceFactory()),
    "former in another province": lambda w: change(w.former, province=ProvinceFactory()),
    "alias added": lambda w: MunicipalityAliasFactory(municipality=w.former),
    "alias of today added": lambda w: MunicipalityAliasFactory(municipality=w.place),
    "alias moved": lambda w: change(w.alias, municipality=w.place),
    "alias deleted": lambda w: w.alias.delete(),
    "succession added": lambda w: SuccessionFactory(predecessor=w.place, successor=MunicipalityFactory()),
    "succession before it added": lambda w: SuccessionFactory(predecessor=MunicipalityFactory(), successor=w.former),
    "succession moved": lambda w: change(w.succession, successor=MunicipalityFactory(name="Nieuw")),
    "succession later": lambda w: change(w.succession, takes_effect_on=date(2100, 1, 1)),
    "succession deleted": lambda w: w.succession.delete(),
    "theme renamed": lambda w: change(w.theme, name="Ontwikkelen"),
    "part renamed": lambda w: change(w.part, name="Lezen"),
    "part moved": lambda w: change(w.part, parent=ThemeFactory(name="Nieuw thema")),
    "part becomes whole": lambda w: change(w.part, parent=None, placement_note=""),
    "part added": lambda w: ThemeFactory(parent=w.theme),
    "part deleted": lambda w: (w.paper.themes.clear(), w.initiative.themes.clear(), w.part.delete()),
    "theme icon": lambda w: change(w.part, icon="mentaal"),
    "theme position": lambda w: (w.initiative.themes.add(w.theme), write_documents(), change(w.theme, position=9)),
    "group renamed": lambda w: change(w.group, name="Senioren"),
    "branch added": lambda w: BranchFactory(library=w.library),
    "branch renamed": lambda w: change(w.branch, name="Centrum"),
    "branch moved": lambda w: change(w.branch, library=LibraryFactory()),
    "branch deleted": lambda w: w.branch.delete(),
    "library archived": lambda w: change(w.library, archived_on=date(2020, 1, 1)),
    "partner archived": lambda w: change(w.uwv, archived_on=date(2020, 1, 1)),
    "network archived": lambda w: change(w.network, archived_on=date(2020, 1, 1)),
    "network address": lambda w: change(w.network, slug="zeven"),
    "partner address": lambda w: change(w.uwv, slug="instituut"),
    "theme address": lambda w: change(w.part, slug="lezen"),
    "example address": lambda w: change(w.initiative, slug="thee"),
    "participation added": lambda w: initiatives.Participation.objects.create(
        initiative=w.initiative, organisation=w.uwv, role="trekker"
    ),
    "participation deleted": lambda w: initiatives.Participation.objects.all().delete(),
    "participation moved": lambda w: initiatives.Participation.objects.update(initiative=InitiativeFactory()),
    "role": lambda w: initiatives.Participation.objects.update(role="financier"),
    "themes set": lambda w: w.initiative.themes.set([w.theme]),
    "themes cleared": lambda w: w.initiative.themes.clear(),
    "places set": lambda w: w.initiative.places.set([w.place]),
    "groups cleared": lambda w: w.initiative.target_groups.clear(),
    "groups from the other side": lambda w: w.group.initiatives.set([InitiativeFactory()]),
    "sources": lambda w: w.initiative.sources.add(w.offer.source),
    "work area cleared": lambda w: w.library.work_area.clear(),
    "member added": lambda w: NetworkMemberFactory(network=w.network, organisation=w.library),
    "member deleted": lambda w: w.member.delete(),
    "network renamed": lambda w: change(w.network, name="B8"),
    "publishers cleared": lambda w: w.paper.publishers.clear(),
    "paper's networks": lambda w: w.net_paper.networks.clear(),
    "paper's examples": lambda w: w.paper.initiatives.clear(),
    "example renamed": lambda w: change(w.initiative, title="Thee"),
    "example hidden": lambda w: change(w.initiative, publication_state="concept"),
    "example deleted": lambda w: w.initiative.delete(),
    "paper deleted": lambda w: w.paper.delete(),
    "network deleted": lambda w: w.network.delete(),
    "library deleted": lambda w: (initiatives.Participation.objects.all().delete(), w.library.delete()),
    "place deleted": lambda w: w.place.delete(),
    "former deleted": lambda w: (change(w.event, municipality=None), w.former.delete()),
    "figures": lambda w: initiatives.Figure.objects.update(label="Bezoekers"),
    "figures deleted": lambda w: initiatives.Figure.objects.all().delete(),
    "figure moved": lambda w: initiatives.Figure.objects.filter(theme=w.theme).update(theme=w.part),
    "quotes": lambda w: initiatives.Citation.objects.update(paraphrase="Anders gezegd."),
    "date of a source": _date_of_a_source,
    "offer": lambda w: change(w.offer, text="Taalles"),
    "duty deleted": lambda w: w.duty.delete(),
    "question moved": lambda w: change(w.question, theme=w.part),
    "many at once": lambda w: initiatives.Initiative.objects.update(summary="Alles anders."),
    "made at once": lambda w: initiatives.Initiative.objects.bulk_create(
        initiatives.Initiative(slug=f"x{n}", title=f"X {n}", summary="Y", publication_state="gepubliceerd",
                               next_check_on=date(2100, 1, 1)) for n in range(3)
    ),
    "raw update": lambda w: change_in_sql("UPDATE partners_organisation SET name = 'Rauw' WHERE id = %s", w.uwv.pk),
    "raw deletion": lambda w: change_in_sql("DELETE FROM partners_branch"),
    "raw link": lambda w: change_in_sql("DELETE FROM initiatives_initiative_places"),
}  # fmt: skip


def test_at_first_nothing_is_stale(w):
    assert stale_documents() == []
    assert SearchDocument.objects.listed().count() == 12


def test_no_document_is_stale_after_any_change(country):
    assert stale_after(CHANGES, country) == {}


def test_every_table_a_document_is_made_from_is_watched(w):
    world = World(timezone.localdate())
    with CaptureQueriesContext(
        connection,
    ) as captured:
        for kind in KINDS:
            ids = SearchDocument.objects.filter(kind=kind).values_list("object_id", flat=True)
            draft_documents(kind, list(ids), world)
    sql = " ".join(query["sql"] for query in captured.captured_queries)
    tables = set(connection.introspection.table_names()) - {SearchDocument._meta.db_table}
    read = {table for table in tables if f'FROM "{table}"' in sql or f'JOIN "{table}"' in sql}

    assert read - _watched() == set(NOT_WATCHED)


def test_every_label_that_is_noted_is_known(w):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgargs FROM pg_trigger WHERE tgname = 'search_note_change'")
        labels = {label for (args,) in cursor for label in bytes(args).decode().split("\0")[:-1:2]}

    assert labels == set(DEPENDENTS)


def _watched():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'search_note_change'")
        return {table for (table,) in cursor}
