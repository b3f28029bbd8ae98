"""The record of a practice example: all that is known of it, in order, and where each field is read and written.

The member form, the admin, the spreadsheets, completeness, search, comparison, download and page read this list. A new
field is one entry here beside its line in the model.
"""

from partners.models import Municipality, Organisation
from sources.models import Source
from spreadsheets.labels import Label
from spreadsheets.moments import Day
from spreadsheets.references import Reference, References
from spreadsheets.widgets import Choice, Number, YesNo

from .choices import CostBand, EntryKind, Illustration, Phase, PublicationState
from .models import TargetGroup, Theme
from .record_field import Chapter, Fact, RecordField

# The sections of the forms, in order; members are asked for the first five.
WHAT = "Wat het is"
WHERE = "Waar"
STORY = "Het verhaal"
COSTS = "Kosten en inzet"
WHEN = "Wanneer"
TRUST = "Klopt het nog?"
FRONT_PAGE = "Op de voorpagina"
SECTIONS = [WHAT, WHERE, STORY, COSTS, WHEN, TRUST, FRONT_PAGE]
OF_CURATORS = [TRUST, FRONT_PAGE]
RECORD = [
    RecordField("title", WHAT, "titel", downloaded="titel"),
    RecordField("slug", WHAT, "slug", is_asked=False),
    RecordField(
        "entry_kind",
        WHAT,
        "wat_is_het",
        Label(EntryKind, empty=EntryKind.PRACTICE),
        compared="Wat is het",
        downloaded="wat is het",
    ),
    RecordField("summary", WHAT, "samenvatting", downloaded="samenvatting"),
    RecordField(
        "format",
        WHAT,
        "vorm",
        page=Fact("Vorm", filling="vorm"),
    ),
    RecordField(
        "themes",
        WHAT,
        "themas",
        References(Theme),
        compared="Thema’s",
        downloaded="thema’s",
    ),
    RecordField(
        "target_groups",
        WHAT,
        "doelgroepen",
        References(TargetGroup),
        complete="een doelgroep",
        compared="Voor wie",
        downloaded="doelgroepen",
    ),
    RecordField("leads", compared="Wie trekt het"),
    RecordField("companions", compared="Met wie"),
    RecordField(
        "places",
        WHERE,
        "gemeenten",
        References(Municipality, "cbs_code"),
        compared="Waar",
        downloaded="gemeenten",
    ),
    RecordField("is_national", WHERE, "landelijk", YesNo(), downloaded="landelijk"),
    RecordField("place_note", WHERE, "toelichting_plaats"),
    RecordField(
        "background",
        STORY,
        "aanleiding",
        complete="de aanleiding",
        compared="Aanleiding",
        page=Chapter("Waarom", anchor="aanleiding"),
        is_searched=True,
    ),
    RecordField(
        "goal",
        STORY,
        "doel",
        complete="het doel",
        compared="Doel",
        page=Chapter("Doel", anchor="doel"),
        is_searched=True,
    ),
    RecordField(
        "approach",
        STORY,
        "aanpak",
        complete="de aanpak",
        compared="Aanpak",
        page=Chapter("Zo werkt het", anchor="aanpak", filling="aanpak"),
        is_searched=True,
    ),
    RecordField(
        "materials",
        STORY,
        "materiaal",
        complete="het materiaal",
        page=Chapter("Materiaal"),
        is_searched=True,
    ),
    RecordField(
        "cost_band",
        COSTS,
        "kosten",
        Choice(CostBand),
        complete="de kosten",
        compared="Kosten",
        downloaded="kosten",
    ),
    RecordField("cost_note", COSTS, "toelichting_kosten", is_searched=True),
    RecordField(
        "effort",
        COSTS,
        "inzet",
        complete="de inzet",
        compared="Inzet",
        page=Chapter("Inzet"),
        is_searched=True,
    ),
    RecordField(
        "preconditions",
        COSTS,
        "randvoorwaarden",
        compared="Randvoorwaarden",
        page=Chapter("Wat er nodig is"),
        is_searched=True,
    ),
    RecordField(
        "results",
        STORY,
        "resultaten",
        complete="resultaten of een cijfer",
        compared="Resultaten",
        page=Chapter(
            "Resultaten",
            anchor="resultaten",
            filling="resultaten",
        ),
        is_searched=True,
    ),
    RecordField("figures", compared="Cijfers"),
    RecordField(
        "lessons",
        STORY,
        "lessen",
        complete="geleerde lessen",
        compared="Geleerde lessen",
        page=Chapter(
            "Wat ze leerden",
            anchor="geleerd",
            filling="lessen",
        ),
        is_searched=True,
    ),
    RecordField(
        "transferability",
        COSTS,
        "overdraagbaarheid",
        complete="hoe anderen het kunnen overnemen",
        compared="Overdraagbaarheid",
        page=Chapter("Kan dit ook bij jullie?"),
        is_searched=True,
    ),
    RecordField(
        "phase",
        WHEN,
        "fase",
        Choice(Phase),
        complete="de fase",
        compared="Fase",
        downloaded="fase",
    ),
    RecordField("stop_reason", WHEN, "reden_gestopt", is_searched=True),
    RecordField(
        "year",
        WHEN,
        "jaar",
        Number(),
        complete="het jaar van de gegevens",
        compared="Gegevens uit",
        downloaded="jaar van de gegevens",
    ),
    RecordField("start_year", WHEN, "begonnen_jaar", Number()),
    RecordField(
        "start_month",
        WHEN,
        "begonnen_maand",
        Number(),
        is_asked=False,
        is_beside=True,
    ),
    RecordField("end_year", WHEN, "gestopt_jaar", Number()),
    RecordField("period_note", WHEN, "periode", is_searched=True),
    RecordField(
        "publication_state",
        WHAT,
        "publicatie",
        Choice(PublicationState),
        is_asked=False,
    ),
    RecordField("confirmed_on", TRUST, "bevestigd_op", Day()),
    RecordField(
        "confirmed_by",
        TRUST,
        "bevestigd_door",
        Reference(Organisation),
        is_beside=True,
    ),
    RecordField("next_check_on", TRUST, "controleren_op", Day()),
    RecordField("is_featured", FRONT_PAGE, "voorpagina", YesNo()),
    RecordField(
        "illustration",
        FRONT_PAGE,
        "tekening",
        Choice(Illustration),
    ),
    RecordField("contact", TRUST, complete="een contactpersoon"),
    RecordField(
        "sources",
        TRUST,
        "bronnen",
        References(Source),
        compared="Bronnen",
    ),
]


def fields_in(section):
    """The fields of a section, in order."""
    return [entry for entry in RECORD if entry.section == section]
