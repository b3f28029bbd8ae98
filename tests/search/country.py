"""A small country, to see in which documents a change arrives."""

from datetime import date, time

from django.db import connection

from initiatives.models import Citation
from tests.documents import write_documents
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


def change(thing, **values):
    """Give fields of a row other values."""
    for name, value in values.items():
        setattr(thing, name, value)
    thing.save()


def change_in_sql(sql, *values):
    """Go around the models."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


class Country:
    """One of everything that hangs together, as attributes."""


def make_country():
    """Everything names everything; the documents are written."""
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
