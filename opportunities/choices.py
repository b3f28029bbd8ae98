"""The words that the app chooses from, and the sets of them that have a name."""

from functools import cached_property

from django.db import models


class OrderedChoices(models.TextChoices):
    """Words of which the order says something."""

    @cached_property
    def position(self) -> int:
        """The place among its kind, from 0."""
        return list(type(self)).index(self)


class Need(OrderedChoices):
    """How large the need of inhabitants is, compared with other municipalities; from not known to high."""

    UNKNOWN = "", "Niet bekend"
    LOW = "laag", "Laag"
    MEDIUM = "gemiddeld", "Rond het midden"
    HIGH = "hoog", "Hoog"


class Policy(OrderedChoices):
    """How much the municipality wants to do about it; from not known to most."""

    UNKNOWN = "", "Niet bekend"
    ABSENT = "niet-genoemd", "Niet genoemd"
    MENTIONED = "genoemd", "Genoemd"
    PRIORITY = "speerpunt", "Speerpunt"


IN_POLICY = (Policy.MENTIONED, Policy.PRIORITY)


class Supply(OrderedChoices):
    """How much there is already; from not known to most."""

    UNKNOWN = "", "Niet bekend"
    NONE = "geen", "Geen"
    LIMITED = "beperkt", "Beperkt"
    AMPLE = "ruim", "Ruim"


LITTLE_SUPPLY = (Supply.NONE, Supply.LIMITED)
NO_KNOWN_SUPPLY = (Supply.NONE, Supply.UNKNOWN)


class Chance(OrderedChoices):
    """What a theme is for the library, in the order in which a reader wants to see them.

    Those of ``ONLY_NEED`` promise nothing: they say how large the need is as far as that is known.
    """

    BIG = "grote-kans", "Grote kans"
    CHANCE = "kans", "Kans"
    STRENGTH = "sterk-punt", "Sterk punt"
    HIGH_NEED = "hoge-behoefte", "Hoge behoefte"
    MEDIUM_NEED = "gemiddelde-behoefte", "Behoefte rond het midden"
    LOW_NEED = "lage-behoefte", "Lage behoefte"
    NOT_NOW = "geen-prioriteit", "Nu geen prioriteit"
    UNKNOWN = "onbekend", "Nog geen cijfer"


CHANCES = (Chance.BIG, Chance.CHANCE)
# too little known for more
ONLY_NEED = (Chance.HIGH_NEED, Chance.MEDIUM_NEED, Chance.LOW_NEED, Chance.UNKNOWN)


class Direction(models.TextChoices):
    """What a high figure of an indicator means."""

    HIGH = "hoog", "Een hoog cijfer betekent veel behoefte"
    LOW = "laag", "Een laag cijfer betekent veel behoefte"
    BACKGROUND = "achtergrond", "Achtergrond: zegt niets over de behoefte"


class PolicyDocumentKind(models.TextChoices):
    """What sort of document of policy it is."""

    COALITION = "coalitieakkoord", "Coalitieakkoord"
    PROGRAMME = "verkiezingsprogramma", "Verkiezingsprogramma"
    PAPER = "beleidsnota", "Beleidsnota"
    BUDGET = "begroting", "Begroting, voorjaarsnota of jaarstukken"


# the others are of its parties
OF_THE_MUNICIPALITY = (
    PolicyDocumentKind.COALITION,
    PolicyDocumentKind.PAPER,
    PolicyDocumentKind.BUDGET,
)


class PassageWeight(models.TextChoices):
    """How much a passage makes of its theme."""

    MENTIONED = "genoemd", "Genoemd"
    PRIORITY = "speerpunt", "Speerpunt"


class IntakeState(models.TextChoices):
    """How far the text of a document is on its way in."""

    WAITING = "wacht", "Wacht op zijn beurt"
    READING = "lezen", "Wordt gelezen"
    DONE = "klaar", "Tekst is binnen"
    REFUSED = "geweigerd", "Lukte niet"
    STOPPED = "gestopt", "Gestopt"


class ServiceState(models.TextChoices):
    """How far a service is on its way to the public."""

    UNCONFIRMED = "onbevestigd", "Wacht op de link in de mail"
    SUBMITTED = "ingezonden", "Ingezonden"
    PUBLISHED = "gepubliceerd", "Gepubliceerd"
    ARCHIVED = "gearchiveerd", "Gearchiveerd"


class AdoptionLevel(models.TextChoices):
    """How far who took an example over is with it."""

    UNKNOWN = "", "Niet bekend"
    TRYING = "proberen", "We proberen het uit"
    PILOT = "pilot", "Het is een pilot"
    FIXED = "vast", "We doen het vast"
    STOPPED = "gestopt", "We zijn ermee gestopt"


class Outcome(models.TextChoices):
    """What a year of an example brought people, in the one unit that fits its theme; it reads after a number."""

    HELPED = "geholpen", "mensen geholpen met hun vraag"
    WORK = "werk", "mensen die werk vonden"
    TAKING_PART = "meedoen", "mensen die daarna ergens aan meedoen"
    CERTIFICATE = "certificaat", "mensen met een certificaat of diploma"
    LESS_LONELY = "minder-eenzaam", "mensen die zeggen dat ze minder eenzaam zijn"
    FEELING_BETTER = "beter", "mensen die zeggen dat ze zich beter voelen"
    SAFER = "veiliger", "mensen die zeggen dat ze zich veiliger voelen"


OUTCOME_OF_THEME = {  # by the slug of a theme, else of its main theme
    "mentale-functies-en-beleving": Outcome.FEELING_BETTER,
    "maatschappelijke-participatie": Outcome.TAKING_PART,
    "onderwijs-en-een-leven-lang-leren": Outcome.CERTIFICATE,
    "sociale-contacten-en-sociale-cohesie": Outcome.LESS_LONELY,
    "informatie-over-voorzieningen": Outcome.HELPED,
    "veiligheid-leefomgeving": Outcome.SAFER,
    "werk-en-inkomen": Outcome.WORK,
}


class HowKnown(models.TextChoices):
    """How somebody knows a figure that they told."""

    COUNTED = "geteld", "Geteld"
    BOOKS = "administratie", "Uit de administratie"
    ASKED = "gevraagd", "Gevraagd aan wie meedeed"
    ESTIMATED = "geschat", "Geschat"


class ServiceParty(models.TextChoices):
    """Who began a service, or pays for it."""

    UNKNOWN = "", "Niet bekend"
    MUNICIPALITY = "gemeente", "Gemeente"
    LIBRARY = "bibliotheek", "Bibliotheek"
    WELFARE = "welzijn", "Welzijnsinstelling"
    INHABITANTS = "inwoners", "Inwoners of vrijwilligers"
    OTHER = "anders", "Een andere partij"


class Audience(models.TextChoices):
    """For whom a gespreksnotitie is: who sits at the other side of the table."""

    ALDERMAN = "wethouder", "Wethouder"
    OFFICIAL = "ambtenaar", "Ambtenaar sociaal domein"
    WELFARE = "welzijn", "Welzijnsinstelling"
    CARE = "zorg", "Zorgorganisatie of zorgverzekeraar"
    UWV = "uwv", "UWV of sociale dienst"
    COUNCIL = "raad", "Gemeenteraad"
    OTHER = "anders", "Iemand anders"
