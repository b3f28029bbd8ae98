"""The words that the app chooses from."""

from django.db import models


class EntryKind(models.TextChoices):
    """What an entry is about: something that is done, or something that was only thought up, written or asked for."""

    PRACTICE = "practice", "Praktijkvoorbeeld"  # somebody does it, or did it
    IDEA = "idea", "Idee"  # thought up or planned; nobody was seen doing it
    # a letter, position paper, analysis, manifesto or agreement
    DOCUMENT = "document", "Document"
    CAMPAIGN = "campaign", "Campagne"  # a programme or action to win others over


OTHER_KINDS = [
    EntryKind.IDEA,
    EntryKind.DOCUMENT,
    EntryKind.CAMPAIGN,
]


class Phase(models.TextChoices):
    """How far an entry is."""

    UNKNOWN = "", "Niet bekend"
    IDEA = "idee", "Idee"
    PILOT = "pilot", "Pilot"
    RUNNING = "lopend", "Loopt"
    STRUCTURAL = "structureel", "Vast aanbod"
    STOPPED = "gestopt", "Gestopt"


class PublicationState(models.TextChoices):
    """Who may see an entry."""

    DRAFT = "concept", "Concept"
    SUBMITTED = "ingezonden", "Ingezonden"
    PUBLISHED = "gepubliceerd", "Gepubliceerd"
    ARCHIVED = "gearchiveerd", "Gearchiveerd"


class CostBand(models.TextChoices):
    """What it costs in a year."""

    UNKNOWN = "", "Niet bekend"
    NONE = "geen", "Geen kosten"
    UP_TO_1000 = "tot-1000", "Tot € 1.000 per jaar"
    UP_TO_5000 = "tot-5000", "€ 1.000 tot € 5.000 per jaar"
    UP_TO_25000 = "tot-25000", "€ 5.000 tot € 25.000 per jaar"
    UP_TO_100000 = "tot-100000", "€ 25.000 tot € 100.000 per jaar"
    OVER_100000 = "vanaf-100000", "Meer dan € 100.000 per jaar"


class Freshness(models.TextChoices):
    """How far a reader can trust it today; it is not stored."""

    CONFIRMED = "bevestigd", "Bevestigd"
    UNCONFIRMED = "niet-bevestigd", "Nog niet bevestigd"
    FINISHED = "afgerond", "Afgerond"


class Illustration(models.TextChoices):
    """Our own drawing on the front page."""

    NONE = "", "Geen tekening"
    BUS = "bus", "Busje voor de bibliotheek"
    WALK = "walk", "Wandelaars met tekstballonnen"


class ParticipationRole(models.TextChoices):
    """What an organisation does in an initiative."""

    LEAD = "trekker", "Trekker"
    PARTNER = "partner", "Partner"
    COMMISSIONER = "opdrachtgever", "Opdrachtgever"
    FUNDER = "financier", "Financier"


class ThemeIcon(models.TextChoices):
    """The drawing of a theme."""

    MIND = "mentaal", "Hoofd met licht"
    PARTICIPATION = "participatie", "Drie mensen"
    LEARNING = "leren", "Boek"
    SOCIAL = "sociaal", "Kop koffie en tekstballon"
    INFORMATION = "informatie", "Wegwijzer"
    SAFETY = "veiligheid", "Huis en lantaarn"


class ProposalState(models.TextChoices):
    """What became of a proposed change."""

    OPEN = "open", "Wacht op een curator"
    ACCEPTED = "overgenomen", "Overgenomen"
    PARTLY = "deels", "Deels overgenomen"
    REFUSED = "afgewezen", "Niet overgenomen"


class FigureKind(models.TextChoices):
    """How sure the source is of a figure."""

    REPORTED = "genoemd", "Genoemd in de bron"
    ESTIMATED = "geschat", "Schatting van de spreker"
    EXPECTED = "verwacht", "Verwacht"


class DocumentKind(models.TextChoices):
    """What sort of document it is."""

    POSITION_PAPER = "position-paper", "Position paper"
    INVITATION = "uitnodiging", "Uitnodiging"
    CHECKLIST = "checklist", "Checklist"
    SUBSIDY_SCHEME = "subsidieregeling", "Subsidieregeling"
    TOOLKIT = "toolkit", "Toolkit"
    TIPS = "tips", "Tips"
    PRESENTATION = "presentatie", "Presentatie"
    EVALUATION = "evaluatie", "Evaluatie"
    OTHER = "overig", "Ander document"


class StepRunState(models.TextChoices):
    """How far a step of many at once is."""

    BUSY = "bezig", "Bezig"
    DONE = "klaar", "Klaar"
    STOPPED = "gestopt", "Gestopt"
    UNDOING = "terugdraaien", "Wordt teruggedraaid"
    UNDONE = "teruggedraaid", "Teruggedraaid"


class StepOutcome(models.TextChoices):
    """What came of the step of one of them."""

    WAITING = "wacht", "Wacht nog"
    TAKEN = "gedaan", "Gelukt"
    REFUSED = "geweigerd", "Kon niet"
    UNDONE = "teruggedraaid", "Teruggedraaid"
    LEFT = "gebleven", "Bleef zoals het is"


class PageState(models.TextChoices):
    """How far the reading of a pasted web address is."""

    WAITING = "wacht", "Wordt opgehaald"
    READ = "gelezen", "Opgehaald"
    UNREADABLE = "onleesbaar", "Niet te lezen"


class SharedFileKind(models.TextChoices):
    """What somebody sends along with an example."""

    PHOTO = "foto", "Foto"
    DOCUMENT = "document", "Document"


class TipState(models.TextChoices):
    """What became of a tip."""

    WAITING = "wacht", "Wacht op een curator"
    TAKEN = "overgenomen", "Overgenomen"
    KNOWN = "bekend", "Stond er al"
    REFUSED = "afgewezen", "Niet overgenomen"


COMPANION_ROLES = (
    ParticipationRole.PARTNER,
    ParticipationRole.COMMISSIONER,
    ParticipationRole.FUNDER,
)
NOT_TO_FOLLOW = (Phase.IDEA, Phase.STOPPED)
