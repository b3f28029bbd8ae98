"""What hangs under a thing is on its page, with all that is known of it; nothing links to what readers cannot open."""

from datetime import date, time

import pytest
from django.utils import timezone

from tests.event_factories import AppearanceFactory, EventFactory, EventPhotoFactory, EventRoleFactory, SessionFactory
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory, RecognitionFactory
from tests.factories import (
    BranchFactory,
    ConversationQuestionFactory,
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    LibraryOfferFactory,
    MunicipalDutyFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PartnerFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.markup import squeezed, without_spaces
from tests.opportunity_factories import ServiceFactory

pytestmark = pytest.mark.django_db


def page_of(client, thing):
    """The page without the differences in white space."""
    return squeezed(client.get(thing.get_absolute_url()))


def missing(page, texts):
    """Which of these texts the page lacks."""
    return [text for text in texts if without_spaces(text) not in page]


def test_what_supports_an_example(client):
    initiative = InitiativeFactory()
    source = SourceFactory(
        title="Een artikel",
        kind="artikel",
        author="Wim Kok",
        publisher="De krant",
        published_on=date(2014, 5, 6),
        url="https://voorbeeld.nl/artikel",
        note="Alleen de kop gelezen",
    )
    initiative.sources.add(source)
    figure = {"value": 2500, "qualifier": "ruim", "unit": "€", "label": "opbrengst", "period": "in 2013"}
    FigureFactory(initiative=initiative, **figure, kind="verwacht", note="zonder btw", source=source)
    CitationFactory(initiative=initiative, speaker="Ans Visser", speaker_role="als lezer", paraphrase="Het helpt.")
    DocumentFactory(title="Draaiboek", period="najaar 2013", description="Per stap").initiatives.add(initiative)
    DocumentFactory(title="Folder", published_on="2013-02-01", url="https://voorbeeld.nl/folder").initiatives.add(
        initiative
    )
    PhotoFactory(initiative=initiative, alt_text="Een busje", caption="Klaar voor vertrek.", credit="Jo Foto")
    body = PartnerFactory(name="Movisie")
    dates = {"awarded_on": date(2020, 1, 2), "expires_on": date(2025, 3, 4)}
    RecognitionFactory(initiative=initiative, body=body, level="Goed beschreven", url="https://movisie.nl/x", **dates)

    texts = [
        '<a href="https://voorbeeld.nl/artikel">Een artikel</a> <small>Artikel, Wim Kok, De krant, 6 mei 2014. '
        "Alleen de kop gelezen</small>",
        "<dt> opbrengst<br>in 2013, ouder dan vijf jaar (verwacht) <small> zonder btw Bron:",
        '<span class="figures__qualifier">ruim</span> €&nbsp;2.500',
        '<p>Het helpt.</p><p class="small soft">Ans Visser, als lezer. Naverteld uit: ',
        "Draaiboek<small>",
        "najaar 2013. Per stap Waar het te vinden is: niet bekend.",
        '<a href="https://voorbeeld.nl/folder">Folder</a>',
        "1 februari 2013",
        'alt="Een busje"',
        "Klaar voor vertrek. Foto: Jo Foto",
        '<a href="https://movisie.nl/x">Goed beschreven</a><small>Movisie, 2 januari 2020, geldig tot 4 maart 2025',
    ]
    assert missing(page_of(client, initiative), texts) == []


def test_who_does_an_example_too(client):
    initiative, soest = InitiativeFactory(), MunicipalityFactory(name="Soest")
    who = {"provider_name": "Senver", "from_year": 2015, "confirmed_on": timezone.localdate()}
    ServiceFactory(name="Busje", example=initiative, municipality=soest, **who)

    texts = ["Senver<small>Busje, <a", "Soest</a>, sinds 2015. Bevestigd in"]
    assert missing(page_of(client, initiative), texts) == []


def test_what_hangs_under_a_theme_or_library(client):
    theme, library = ThemeFactory(), LibraryFactory()
    LibraryOfferFactory(theme=theme, text="Een taalhuis", explanation="met vrijwilligers")
    MunicipalDutyFactory(theme=theme, text="Helpen", law="Jeugdwet", article="artikel 2.3")
    ConversationQuestionFactory(theme=theme, text="Wie kent u?")
    BranchFactory(library=library, name="Noord", address="Dorpsstraat 1", postcode="1234 AB", place="Soest")
    seen = BranchFactory(library=library, name="Zuid", place="Baarn")
    seen.sources.add(SourceFactory(published_on="2025-10-29"))

    texts = ["Een taalhuis<small>met vrijwilligers", "Helpen<small>Jeugdwet, artikel 2.3", "<li>Wie kent u?</li>"]
    assert missing(page_of(client, theme), texts) == []
    branches = ["Noord<small>Dorpsstraat 1 1234 AB Soest", "Gezien in 2025. Adres niet bekend."]
    assert missing(page_of(client, library), branches) == []


def test_what_hangs_under_a_meeting(client):
    event = EventFactory(starts_on="2014-06-18")
    library = LibraryFactory(name="Bibliotheek Eemland")
    session = SessionFactory(
        event=event,
        title="Taal",
        angle="de wijk",
        description="Over lezen.",
        date="2014-06-18",
        begins=time(10),
        ends=time(11, 30),
        room="De zolder",
        report="Het liep storm.",
        recording_url="https://voorbeeld.nl/film",
    )
    session.themes.add(ThemeFactory(name="Meedoen"))
    session.initiatives.add(InitiativeFactory(title="Taalhuis"))
    speaker = {"speaker__name": "Ans Visser", "speaker__job_title": "directeur", "speaker__organisation": library}
    AppearanceFactory(event=event, session=session, **speaker)
    EventPhotoFactory(event=event, alt_text="Een volle zaal", caption="Bijna vol.", credit="Jo Foto")
    event.citations.add(CitationFactory(speaker="Bo Mol", speaker_role="wethouder", passage="alinea 3"))

    texts = [
        "<h3>Taal</h3>",
        "Invalshoek: de wijk",
        "<p>Over lezen.</p>",
        "10.00–11.30 uur",
        "De zolder</span>",
        "<p>Het liep storm.</p>",
        "https://voorbeeld.nl/film",
        "Meedoen</a>",
        "Taalhuis</a>",
        "Ans Visser, directeur, <a",
        "Bibliotheek Eemland</a>",
        'alt="Een volle zaal"',
        "Bijna vol. Foto: Jo Foto",
        "Bo Mol, wethouder. ",
        "Naverteld uit: ",
        ", alinea 3",
    ]
    assert missing(page_of(client, event), texts) == []


def test_nothing_links_to_what_readers_cannot_open(client):
    gone, draft = PartnerFactory(archived_on="2026-01-01"), InitiativeFactory(publication_state="concept")
    theme, initiative, event = ThemeFactory(), InitiativeFactory(), EventFactory()
    LibraryOfferFactory(theme=theme, initiative=draft)
    ParticipationFactory(initiative=initiative, organisation=gone)
    EventRoleFactory(event=event, organisation=gone)
    AppearanceFactory(event=event, speaker__organisation=gone)
    event.initiatives.add(draft)

    closed = {thing.get_absolute_url() for thing in (gone, draft)}
    linked = []
    for thing in (theme, initiative, event):
        page = page_of(client, thing)
        linked += [(thing, address) for address in closed if f'href="{address}"' in page]

    assert [client.get(address).status_code for address in closed] == [404, 404]
    assert linked == []
