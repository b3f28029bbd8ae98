"""The search in tests: no index of the test before, documents written when asked, and what a question finds."""

import json
import random
from datetime import date, time

import pytest
from django.db import connection
from django.http import QueryDict
from django.utils import timezone

from bieb_netwerk.search.documents.catching_up import catch_up, draft_documents
from bieb_netwerk.search.documents.kinds import KINDS
from bieb_netwerk.search.documents.world import World
from bieb_netwerk.search.filters import SearchFilter
from bieb_netwerk.search.index import forget_index
from bieb_netwerk.search.models import SearchDocument
from initiatives.models import Citation
from tests.event_factories import (
    AppearanceFactory,
    EventDayFactory,
    EventFactory,
    EventRoleFactory,
    EventSeriesFactory,
    ParallelSessionFactory,
    SpeakerFactory,
)
from tests.evidence_factories import CitationFactory, DocumentFactory
from tests.factories import (
    BranchFactory,
    ConversationQuestionFactory,
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    LibraryOfferFactory,
    MunicipalDutyFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    NetworkFactory,
    NetworkMemberFactory,
    PartnerFactory,
    ProvinceFactory,
    SuccessionFactory,
    TargetGroupFactory,
    ThemeFactory,
)

COLUMNS = ("title", "text", "terms__words", "codes", "sort_key", "year", "updated_at", "quality", "card")


@pytest.fixture(autouse=True)
def no_index_of_another_test():
    """Tests roll back, and no version says so."""
    forget_index()
    yield
    forget_index()


class Country:
    """One of everything that hangs together, as attributes."""


@pytest.fixture
def w():
    """A small country in which everything names everything."""
    w = Country()
    w.province = ProvinceFactory(name="Noord-Holland", slug="nh")
    w.place = MunicipalityFactory(name="Amsterdam", province=w.province)
    w.former = MunicipalityFactory(name="Weesp", province=w.province, valid_until=date(2022, 3, 24))
    w.succession = SuccessionFactory(predecessor=w.former, successor=w.place)
    w.alias = MunicipalityAliasFactory(municipality=w.former, name="Wesop")
    w.uwv = PartnerFactory(name="UWV", province=w.province)
    w.office = PartnerFactory(name="UWV Hoorn", parent=w.uwv, short_name="UH")
    w.library = LibraryFactory(name="Bieb", province=w.province)
    w.library.work_area.set([w.former, w.place])
    w.branch = BranchFactory(library=w.library)
    w.theme = ThemeFactory(name="Leren")
    w.part = ThemeFactory(name="Taal", parent=w.theme)
    w.group = TargetGroupFactory(name="Ouderen")
    w.initiative = InitiativeFactory(
        title="Koffie", themes=[w.part], target_groups=[w.group], places=[w.former], partners=[w.office, w.library]
    )
    w.network = NetworkFactory(name="B7")
    w.member = NetworkMemberFactory(network=w.network, organisation=w.office)
    w.paper = DocumentFactory(title="Folder")
    w.paper.publishers.set([w.uwv])
    w.paper.themes.set([w.part])
    w.paper.initiatives.set([w.initiative])
    w.net_paper = DocumentFactory(title="Netwerkblad")
    w.net_paper.networks.set([w.network])
    for about in ({"initiative": w.initiative}, {"theme": w.theme}, {"organisation": w.place}, {"network": w.network}):
        FigureFactory(**{"initiative": None, **about})
        CitationFactory(**{"initiative": None, **about})
    w.offer, w.duty, w.question = (
        factory(theme=w.theme) for factory in (LibraryOfferFactory, MunicipalDutyFactory, ConversationQuestionFactory)
    )
    _add_meeting(w)
    write_documents()
    return w


def _add_meeting(w):
    """A meeting with a programme, about and by what is there already."""
    w.series = EventSeriesFactory(name="Decentralisaties")
    w.event = EventFactory(title="Samen sterker", series=w.series, edition=2, municipality=w.former)
    w.day = EventDayFactory(event=w.event, begins=time(11))
    w.event.themes.set([w.part])
    w.event.initiatives.set([w.initiative])
    w.slides = DocumentFactory(title="Sheets")
    w.event.documents.set([w.slides])
    w.event.citations.set(Citation.objects.all())
    w.role = EventRoleFactory(event=w.event, organisation=w.office)
    w.session = ParallelSessionFactory(event=w.event, title="Kaarten op tafel", angle="Raadsleden")
    w.session.themes.set([w.theme])
    w.session.initiatives.set([w.initiative])
    w.speaker = SpeakerFactory(name="Anna Bakker", job_title="wethouder", organisation=w.place)
    w.appearance = AppearanceFactory(event=w.event, session=w.session, speaker=w.speaker)


def seeded(number):
    """The same chances in every run."""
    return random.Random(number)  # noqa: S311 nothing here is secret


def write_documents():
    """Write the documents of everything that changed, as the worker does."""
    while catch_up():
        pass


def document_of(thing, kind):
    """The stored document of a thing, or nothing."""
    return SearchDocument.objects.listed().filter(kind=kind, object_id=thing.pk).first()


def asked(text="", filter_class=SearchFilter, **more):
    """The filter set of a question, with the documents written; ``more`` are other parameters."""
    write_documents()
    query = QueryDict(mutable=True)
    query["q"] = text
    for name, value in more.items():
        query.setlist(name.replace("_", "-"), value if isinstance(value, list) else [value])
    return filter_class(query)


def found_titles(text="", **more):
    """The titles of all that is found, best first."""
    results = asked(text, **more).results
    return [document.title for document in results[: len(results)]]


def stale_documents():
    """``kind number: columns`` of every stored document that is not as it would be written now."""
    return [
        f"{kind} {pk}: {different}"
        for kind in KINDS
        for pk, different in _differences(_stored(kind), _as_it_should_be(kind)).items()
    ]


def _differences(stored, fresh):
    absent = dict.fromkeys(COLUMNS)
    found = {}
    for pk in sorted(stored.keys() | fresh.keys()):
        one, other = stored.get(pk, absent), fresh.get(pk, absent)
        if different := [name for name in COLUMNS if one[name] != other[name]]:
            found[pk] = different
    return found


def _stored(kind):
    return {row.pop("object_id"): row for row in SearchDocument.objects.listed().filter(kind=kind).values(
        "object_id", *COLUMNS
    )}  # fmt: skip


def _as_it_should_be(kind):
    world = World(timezone.localdate())
    ids = list(KINDS[kind].public(world.today).values_list("pk", flat=True))
    drafts = draft_documents(kind, ids, world)
    vectors = _as_the_database_writes([draft.vector() for draft in drafts.values()])
    return {
        pk: {
            "title": draft.title[:300],
            "text": "\n".join(filter(None, draft.lines)),
            "terms__words": vector,
            "codes": sorted(draft.codes),
            "sort_key": draft.sort_key[:300],
            "year": draft.year,
            "updated_at": draft.updated_at,
            "quality": draft.quality,
            "card": json.loads(json.dumps(draft.card)),
        }
        for (pk, draft), vector in zip(drafts.items(), vectors, strict=True)
    }


def _as_the_database_writes(vectors):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words::tsvector::text FROM unnest(%s::text[]) AS words", [vectors])
        return [words for (words,) in cursor]
