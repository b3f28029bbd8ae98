"""Spreadsheet layouts of initiatives and what supports them."""

from copy import deepcopy

from partners.models import Agreement, Network, Organisation
from sources.models import Source
from spreadsheets.judged_resources import JudgedResource
from spreadsheets.moments import Day
from spreadsheets.references import Reference, References
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Number, Text

from .choices import ParticipationRole
from .doubles import remark_on_doubles
from .figure_cells import FigureLines
from .models import (
    Citation,
    Document,
    Figure,
    Initiative,
    Participation,
    Recognition,
    Theme,
)
from .part_cells import Participants
from .record import RECORD

ROLE_COLUMNS = {
    ParticipationRole.LEAD: "trekkers",
    ParticipationRole.PARTNER: "partners",
    ParticipationRole.COMMISSIONER: "opdrachtgevers",
    ParticipationRole.FUNDER: "financiers",
}


class InitiativeResource(JudgedResource):
    """One row per practice example, recognised by its ``slug``; places are CBS codes of their time.

    Who takes part and its figures stand in the same row, and can stand in files of their own.
    """

    incoming = Initiative.PublicationState.DRAFT
    published = Initiative.PublicationState.PUBLISHED

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        for entry in RECORD:
            if entry.column:
                self.fields[entry.name] = column(
                    entry.column,
                    entry.name,
                    deepcopy(entry.cell),
                )
        for role, name in ROLE_COLUMNS.items():
            self.fields[name] = column(
                name,
                "participations",
                Participants(role),
            )
        self.fields["figures"] = column(
            "cijfers",
            "figures",
            FigureLines(),
        )

    def remark(self, results):
        """Say of new rows which existing entries they look like."""
        remark_on_doubles(results)

    class Meta:
        model = Initiative
        import_id_fields = ["slug"]


class ParticipationResource(ContentResource):
    """One row per role of an organisation in a practice example."""

    initiative = column("praktijkvoorbeeld", "initiative", Reference(Initiative))
    organisation = column("organisatie", "organisation", Reference(Organisation))
    role = column("rol", "role", Choice(Participation.Role))
    note = column("toelichting", "note", Text())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = Participation
        import_id_fields = ["initiative", "organisation", "role"]


class FigureResource(ContentResource):
    """One row per figure; one of the first four columns says what it is about."""

    initiative = column("praktijkvoorbeeld", "initiative", Reference(Initiative))
    theme = column("thema", "theme", Reference(Theme))
    network = column("netwerk", "network", Reference(Network))
    organisation = column("organisatie", "organisation", Reference(Organisation))
    value = column("waarde", "value", Number(decimals=True))
    qualifier = column("ervoor", "qualifier", Text())
    unit = column("eenheid", "unit", Text())
    label = column("wat", "label", Text())
    period = column("periode", "period", Text())
    kind = column("soort", "kind", Choice(Figure.Kind))
    source = column("bron", "source", Reference(Source))
    note = column("toelichting", "note", Text())
    position = column("volgorde", "position", Number())

    class Meta:
        model = Figure
        import_id_fields = [
            "initiative",
            "theme",
            "network",
            "organisation",
            "label",
            "period",
        ]


class CitationResource(ContentResource):
    """One row per statement as reported speech; one of the first four columns says what it is about."""

    initiative = column("praktijkvoorbeeld", "initiative", Reference(Initiative))
    theme = column("thema", "theme", Reference(Theme))
    network = column("netwerk", "network", Reference(Network))
    organisation = column("organisatie", "organisation", Reference(Organisation))
    speaker = column("wie", "speaker", Text())
    speaker_role = column("als", "speaker_role", Text())
    paraphrase = column("in_onze_woorden", "paraphrase", Text())
    source = column("bron", "source", Reference(Source))
    passage = column("waar", "passage", Text())

    class Meta:
        model = Citation
        import_id_fields = [
            "source",
            "speaker",
            "passage",
            "initiative",
            "theme",
            "network",
            "organisation",
        ]


class DocumentResource(ContentResource):
    """One row per document, recognised by its ``slug``; a file is added in the admin."""

    slug = column("slug", "slug", Text())
    title = column("titel", "title", Text())
    kind = column("soort", "kind", Choice(Document.Kind))
    description = column("omschrijving", "description", Text())
    published_on = column("datum", "published_on", Day())
    period = column("periode", "period", Text())
    url = column("webadres", "url", Text())
    publishers = column("van", "publishers", References(Organisation))
    initiatives = column("praktijkvoorbeelden", "initiatives", References(Initiative))
    themes = column("themas", "themes", References(Theme))
    networks = column("netwerken", "networks", References(Network))
    agreement = column("overeenkomst", "agreement", Reference(Agreement))
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Document
        import_id_fields = ["slug"]


class RecognitionResource(ContentResource):
    """One row per recognition of a practice example by an outside body."""

    initiative = column("praktijkvoorbeeld", "initiative", Reference(Initiative))
    body = column("erkend_door", "body", Reference(Organisation))
    level = column("niveau", "level", Text())
    awarded_on = column("toegekend_op", "awarded_on", Day())
    expires_on = column("geldig_tot", "expires_on", Day())
    url = column("webadres", "url", Text())

    class Meta:
        model = Recognition
        import_id_fields = ["initiative", "body", "level"]
