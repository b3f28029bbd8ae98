"""The four questions of the position paper of 2014, each with what is known of a municipality."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from initiatives.models import Theme
from partners.models import Municipality
from wording.enumerations import joined
from wording.years import OLD, is_old

from .answer import Subject
from .choices import IN_POLICY, LITTLE_SUPPLY, Need, ServiceParty, Supply
from .matrix import Matrix
from .models import Service
from .words import lower

MOST_NAMED = 3
SUPPLY_UNKNOWN = "Wat daar al voor is, weten we niet."
OWN_CONTROL_THEME = "eigen-regie"
OWN_CONTROL = "control_over_own_life_pct_18plus"  # the figure that asks for it


@dataclass(frozen=True)
class PaperQuestion:
    """A question with what is known; ``sentence`` asks what a reader may know, and ``url`` where to tell it."""

    anchor: str
    text: str
    known: list[str]
    sentence: str
    url: str


def four_questions(
    municipality: Municipality,
    matrix: Matrix,
    services: list[Service],
    subjects: list[Subject],
    today: date,
) -> list[PaperQuestion]:
    """The questions in the order of the paper, without a query."""
    themes = [subject.theme.slug for subject in subjects]
    themes += [row.theme.slug for row in matrix.every_row]
    return [
        services_question(municipality, services, themes),
        needs_question(municipality, matrix, themes),
        own_control_question(municipality, matrix, themes, today),
        satisfaction_question(municipality, services),
    ]


def services_question(
    municipality: Municipality,
    services: list[Service],
    themes: list[str],
) -> PaperQuestion:
    """What there is already."""
    return PaperQuestion(
        "diensten",
        "Welke vergelijkbare diensten zijn er al, en wie begon en betaalt ze?",
        services_in_words(services),
        "Wat is er nog meer, en wie betaalt het?",
        filling_address(municipality, "aanbod", themes),
    )


def needs_question(
    municipality: Municipality,
    matrix: Matrix,
    themes: list[str],
) -> PaperQuestion:
    """What is missing; asked first is what nobody measured."""
    unmeasured = []
    for row in matrix.every_row:
        if row.need == Need.UNKNOWN:
            unmeasured.append(row.theme)
    asked_first = [theme.slug for theme in unmeasured]
    return PaperQuestion(
        "behoefte",
        "Aan welke behoefte wordt nog niet voldaan?",
        needs_in_words(matrix),
        need_asked(unmeasured),
        filling_address(municipality, "cijfer", asked_first + themes),
    )


def own_control_question(
    municipality: Municipality,
    matrix: Matrix,
    themes: list[str],
    today: date,
) -> PaperQuestion:
    """What people do themselves; asked first is the theme that is about that, where there is one."""
    asked_first = []
    if OWN_CONTROL_THEME in themes:
        asked_first = [OWN_CONTROL_THEME]
    return PaperQuestion(
        "eigen-regie",
        "Wat versterkt de eigen regie van inwoners, en hoe actief is de gemeente daarin?",
        own_control_in_words(matrix, today),
        "Wat doet de gemeente hier zelf aan?",
        filling_address(municipality, "beleid", asked_first + themes),
    )


def satisfaction_question(
    municipality: Municipality,
    services: list[Service],
) -> PaperQuestion:
    """How people like it."""
    return PaperQuestion(
        "tevredenheid",
        "Hoe tevreden zijn inwoners over wat er is?",
        satisfaction_in_words(services),
        "Ken je een onderzoek of verslag?",
        reverse(
            "initiatives:fill_organisation",
            args=[municipality.slug, "tevredenheid"],
        ),
    )


def filling_address(
    municipality: Municipality,
    field: str,
    themes: list[str],
) -> str:
    """Where to fill in a field of the first of these themes (slugs); to the editors on a site without themes."""
    if not themes:
        about = {
            "pagina": municipality.get_absolute_url(),
            "over": field.capitalize(),
        }
        return f"{reverse('contact:message_create')}?{urlencode(about)}"
    return reverse(
        "initiatives:fill_for_theme",
        args=[municipality.slug, field, themes[0]],
    )


def need_asked(unmeasured: list[Theme]) -> str:
    """The question for a figure, about the first theme that has none."""
    if not unmeasured:
        return "Ken je een cijfer dat hier meer over zegt?"
    return f"Ken je een cijfer over {lower(unmeasured[0].name)}?"


def services_in_words(services: list[Service]) -> list[str]:
    """A sentence for each of the first services, and how many more there are."""
    sentences = []
    for service in services[:MOST_NAMED]:
        sentences.append(f"{service}. {origin_of(service)}")
    if len(services) > MOST_NAMED:
        sentences.append(f"En nog {len(services) - MOST_NAMED}, hieronder.")
    return sentences or ["We kennen hier nog geen aanbod van nu."]


def origin_of(service: Service) -> str:
    """Who began and pays it, as far as that is known."""
    sentences = []
    if service.started_by:
        party = ServiceParty(service.started_by).label
        sentences.append(f"Begonnen door: {lower(party)}.")
    if service.paid_by:
        party = ServiceParty(service.paid_by).label
        sentences.append(f"Betaald door: {lower(party)}.")
    return " ".join(sentences) or "Wie het begon en betaalt, weten we niet."


def needs_in_words(matrix: Matrix) -> list[str]:
    """The first themes with much need, by what we know of the supply for them."""
    unmet = []
    unknown = []
    for row in matrix.most_striking(len(matrix.measured_rows)):
        name = lower(row.theme.name)
        if row.need == Need.HIGH and row.supply in LITTLE_SUPPLY:
            unmet.append(name)
        elif row.need == Need.HIGH and row.supply == Supply.UNKNOWN:
            unknown.append(name)
    sentences = []
    if unmet:
        names = joined(unmet[:MOST_NAMED])
        sentences.append(f"De behoefte is hoog en er is weinig aanbod bij {names}.")
    if unknown:
        names = joined(unknown[:MOST_NAMED])
        sentences.append(f"De behoefte is hoog bij {names}. {SUPPLY_UNKNOWN}")
    return sentences or [without_unmet_need(matrix)]


def without_unmet_need(matrix: Matrix) -> str:
    """What there is to say where no theme is known to lack something."""
    if not matrix.measured_rows:
        return "Hoe groot de behoefte is, weten we nog niet."
    return "We zien geen thema met veel behoefte en weinig aanbod."


def own_control_in_words(
    matrix: Matrix,
    today: date,
) -> list[str]:
    """The figure about people's own control, and which themes the municipality speaks of."""
    sentences = []
    for figure in matrix.figures:
        if figure.indicator.slug == OWN_CONTROL and figure.value is not None:
            year = figure.measurement.year
            when = str(year)
            if is_old(year, today):
                when = f"{when}, {OLD}"
            sentences.append(f"{figure.indicator}: {figure.in_words} ({when}).")
    sentences.append(activity_in_words(matrix))
    return sentences


def activity_in_words(matrix: Matrix) -> str:
    """What the municipality says that it wants, as far as somebody read it."""
    active = []
    for row in matrix.single_rows:
        if row.policy in IN_POLICY:
            active.append(lower(row.theme.name))
    if len(active) == 1:
        return f"In het beleid of bij de partijen staat {active[0]}."
    if active:
        return f"In het beleid of bij de partijen staan {joined(active)}."
    if matrix.wishes.read_documents:
        return "Het beleid dat we lazen, noemt onze thema’s niet."
    return "Wat de gemeente wil, hebben we nog nergens gelezen."


def satisfaction_in_words(services: list[Service]) -> list[str]:
    """What people think of the services, with where that is written."""
    liked = [service for service in services if service.satisfaction]
    sentences = []
    for service in liked[:MOST_NAMED]:
        source = service.satisfaction_source
        sentences.append(f"{service}: {service.satisfaction} (bron: {source}).")
    return sentences or ["Daarover vonden we nog niets."]
