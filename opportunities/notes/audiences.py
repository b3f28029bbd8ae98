"""The words that go with an audience and a theme of a note; the library changes them as it likes.

An alderman decides on money and duty, an official on the approach, an organisation on who does what, UWV comes for who
looks for work. A step is a line: a word or two, a colon, and what happens.
"""

from functools import cache
from itertools import product

from initiatives.models import Theme
from opportunities.choices import Audience

from .theme_words import ANY_THEME, WORDS, ThemeWords, words_for

DECIDING = (
    "Kies samen: we wijzen één wijk of dorp aan en beginnen met {group}.",
    "Betaal samen: de bibliotheek brengt plek, mensen en programma in: {activity}. De gemeente betaalt één jaar mee. "
    "Het hoogste bedrag spreken we vooraf af.",
    "Kijk terug: na een half jaar laten we zien wie er kwamen, wat het opleverde en wat het kostte. "
    "Na een jaar beslis je over het vervolg.",
)
CARRYING_OUT = (
    "Kies samen: we zoeken met jullie cijfers en kennis één wijk of dorp uit en beginnen met {group}.",
    "Begin klein: de bibliotheek start met {activity}. Wijkteam en partners verwijzen mensen door.",
    "Kijk terug: elke drie maanden lopen we de cijfers en verhalen langs en passen we de aanpak aan. "
    "Na een jaar ligt er een voorstel voor het vervolg.",
)
WORKING_TOGETHER = (
    "Verdeel het werk: jullie kennen {group}, wij hebben een plek die voor iedereen open is. "
    "We schrijven op één A4 wie wat doet.",
    "Begin klein: de bibliotheek zorgt voor {activity}. Jullie zijn er een dagdeel per week bij en "
    "verwijzen mensen door.",
    "Kijk terug: na drie maanden bespreken we wie er komen en wie we nog missen. Na een jaar besluiten we samen hoe we "
    "verdergaan.",
)
TO_WORK = (
    "Kies samen: we zoeken een groep werkzoekenden uit die hier iets aan heeft, bijvoorbeeld {group}.",
    "Begin klein: UWV houdt een vast spreekuur in de bibliotheek. De bibliotheek biedt {activity}.",
    "Kijk terug: na een half jaar tellen we hoeveel werkzoekenden kwamen en hoeveel een stap naar werk zetten. "
    "Dan besluiten we over het vervolg.",
)
# all others: WORKING_TOGETHER
STEPS: dict[str, tuple[str, str, str]] = {
    Audience.ALDERMAN: DECIDING,
    Audience.COUNCIL: DECIDING,
    Audience.OFFICIAL: CARRYING_OUT,
    Audience.UWV: TO_WORK,
}

COSTS = "We houden bij wat het kost per deelnemer."
REFERRED = "We tellen hoeveel mensen komen, hoeveel terugkomen en hoeveel via jullie binnenkwamen."
# all others: REFERRED
MEASURES: dict[str, tuple[str, ...]] = {
    Audience.ALDERMAN: ("We tellen hoeveel mensen komen en hoeveel terugkomen.", COSTS),
    Audience.COUNCIL: ("We tellen hoeveel mensen komen en hoeveel terugkomen.", COSTS),
    Audience.OFFICIAL: (
        "We tellen hoeveel mensen komen, terugkomen en naar andere hulp gaan.",
    ),
    Audience.UWV: (
        "We tellen hoeveel werkzoekenden komen en hoeveel daarna een cursus, proefplaats of baan hebben.",
    ),
}
ASKED = "Na drie maanden vragen we deelnemers: {asked}"

MUNICIPAL_ASKS = (
    "Een vaste contactpersoon in het sociaal domein",
    "Hulp bij het bereiken van inwoners",
    "Een bijdrage aan de kosten, voor één jaar",
    "Een plek in het volgende beleidsplan als het werkt",
)
PARTNER_ASKS = (
    "Een vaste contactpersoon",
    "Doorverwijzen van mensen die hier iets aan hebben",
    "Af en toe samen een ochtend of avond aanwezig zijn",
    "Delen wat jullie weten over deze groep",
)
# all others: PARTNER_ASKS
ASKS: dict[str, tuple[str, ...]] = {
    Audience.ALDERMAN: MUNICIPAL_ASKS,
    Audience.OFFICIAL: MUNICIPAL_ASKS,
    Audience.COUNCIL: (
        "Aandacht voor dit thema in de raad",
        "Ruimte voor een proef van één jaar",
        "Een bezoek aan de bibliotheek",
    ),
    Audience.UWV: (
        "Een vast spreekuur in de bibliotheek",
        "Doorverwijzen van werkzoekenden die hier iets aan hebben",
        "Werkgevers die willen meedoen",
        "Samen bijhouden wie werk vindt",
    ),
}


def default_texts(
    audience: str,
    theme: Theme | None,
) -> dict[str, str]:
    """{name of the field: text} for the fields for own words; ``theme`` is what the note begins with."""
    if theme is None:
        return texts_with(audience, ANY_THEME)
    return texts_with(audience, words_for(theme))


def texts_with(
    audience: str,
    words: ThemeWords,
) -> dict[str, str]:
    """The texts for an audience, in the words of one theme."""
    steps = STEPS.get(audience, WORKING_TOGETHER)
    proposal = []
    for step in steps:
        proposal.append(step.format(group=words.group, activity=words.activity))
    measures = list(MEASURES.get(audience, (REFERRED,)))
    measures.append(ASKED.format(asked=words.asked))
    return {
        "voorstel": "\n".join(proposal),
        "meten": "\n".join(measures),
        "vraag": "\n".join(ASKS.get(audience, PARTNER_ASKS)),
    }


@cache
def every_default(name: str) -> set[str]:
    """Every text that we fill in for a field: what is none of these, somebody wrote."""
    texts = set()
    for audience, words in product(Audience, [ANY_THEME, *WORDS.values()]):
        texts.add(texts_with(audience, words)[name])
    return texts
