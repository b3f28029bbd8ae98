"""The words that the app chooses from."""

from django.db import models


class EventKind(models.TextChoices):
    """What sort of meeting it is."""

    CONFERENCE = "conferentie", "Conferentie"
    NETWORK_MEETING = "netwerkbijeenkomst", "Netwerkbijeenkomst"
    SEMINAR = "seminar", "Seminar"
    WORKSHOP = "werksessie", "Werksessie"
    SIGNING = "ondertekening", "Ondertekening"
    OTHER = "overig", "Andere bijeenkomst"


class EventState(models.TextChoices):
    """How far its preparation is; full and past are not stored."""

    DRAFT = "concept", "Concept"
    ANNOUNCED = "aangekondigd", "Aangekondigd"
    OPEN = "open", "Inschrijving open"
    FULL = "vol", "Vol"
    CLOSED = "gesloten", "Inschrijving gesloten"
    CANCELLED = "afgelast", "Afgelast"
    PAST = "geweest", "Geweest"


class Attendance(models.TextChoices):
    """Where one can attend it."""

    ON_SITE = "op-locatie", "Op locatie"
    ONLINE = "online", "Online"
    HYBRID = "hybride", "Op locatie en online"


class OrganisationRole(models.TextChoices):
    """What an organisation does for an event."""

    ORGANISER = "organisator", "Organisator"
    COMMISSIONER = "opdrachtgever", "Opdrachtgever"
    FUNDER = "financier", "Financier"
    PARTNER = "partner", "Partner"


class SessionKind(models.TextChoices):
    """Whether everybody is there, or one chooses."""

    PLENARY = "plenair", "Voor iedereen"
    PARALLEL = "deelsessie", "Deelsessie"
    BREAK = "pauze", "Ontvangst, pauze of borrel"


class AppearanceRole(models.TextChoices):
    """What somebody does on the programme."""

    CHAIR = "dagvoorzitter", "Dagvoorzitter"
    SPEAKER = "spreker", "Spreker"
    MODERATOR = "moderator", "Moderator"
    PANEL = "panellid", "Panellid"


class ForWhom(models.TextChoices):
    """Whose price it is."""

    EVERYBODY = "iedereen", "Iedereen"
    ATTENDEES = "deelnemers", "Alleen wie zelf komt"
    GUESTS = "gasten", "Alleen gasten"


class Place(models.TextChoices):
    """How somebody stands towards a place, in an event or a session; an offered place is held for who may take it."""

    CONFIRMED = "bevestigd", "Heeft een plek"
    WAITING = "wachtlijst", "Op de wachtlijst"
    OFFERED = "aangeboden", "Plek aangeboden"
    LAPSED = "vervallen", "Aanbod verlopen"
    CANCELLED = "geannuleerd", "Afgemeld"


class AttendeeSector(models.TextChoices):
    """What sort of organisation an attendee comes from."""

    LIBRARY = "bibliotheek", "Bibliotheek"
    MUNICIPALITY = "gemeente", "Gemeente"
    CARE = "zorg-en-welzijn", "Zorg of welzijn"
    OTHER = "anders", "Anders"


class GuestKind(models.TextChoices):
    """Which guests libraries bring to a conference, in the words of who organised the first one."""

    OFFICIAL = "ambtenaar", "Ambtenaar van een gemeente"
    ALDERMAN = "wethouder", "Wethouder"
    DIRECTOR = "directeur", "Directeur in zorg of welzijn"
    POLICY = "beleidsmedewerker", "Beleidsmedewerker in zorg of welzijn"
    OTHER = "anders", "Een andere gast"


SECTOR_OF_GUEST = {
    GuestKind.OFFICIAL: AttendeeSector.MUNICIPALITY,
    GuestKind.ALDERMAN: AttendeeSector.MUNICIPALITY,
    GuestKind.DIRECTOR: AttendeeSector.CARE,
    GuestKind.POLICY: AttendeeSector.CARE,
}


class MailingSelection(models.TextChoices):
    """To whom a mailing goes."""

    CONFIRMED = "bevestigd", "Wie een plek heeft"
    WAITING = "wachtlijst", "Wie op de wachtlijst staat"
    PRESENT = "aanwezig", "Wie er was"
    ABSENT = "afwezig", "Wie een plek had en niet kwam"
    GUESTS = "gasten", "Gasten"
    NOT_EVALUATED = "zonder-evaluatie", "Wie er was en de evaluatie nog niet invulde"


class OrganiserMail(models.TextChoices):
    """How often who organises hears who registered and who cancelled."""

    NEVER = "nooit", "Nooit"
    DAILY = "dagelijks", "Eén keer per dag"
    EACH = "steeds", "Steeds als er iets verandert"


class QuestionKind(models.TextChoices):
    """How a question of the evaluation is answered."""

    SCALE = "schaal", "Cijfer van 1 tot en met 5"
    OPEN = "open", "Open vraag"


class AccessKind(models.TextChoices):
    """Which data of attendees somebody opened."""

    LISTS = "lijsten", "Lijst over alle bijeenkomsten"
    LIST = "lijst", "Lijst van deelnemers"
    LIST_FILE = "lijst-bestand", "Bestand met deelnemers"
    PERSON = "persoon", "Pagina van één deelnemer"
    WISHES = "wensen", "Wensen voor eten en toegankelijkheid"
    INVOICES = "facturen", "Gegevens voor facturen"
    INVOICES_FILE = "facturen-bestand", "Bestand met facturen"
    BADGES = "naamkaartjes", "Naamkaartjes"
    SIGN_LIST = "tekenlijst", "Tekenlijst"
    CHECK_IN = "inchecken", "Inchecken"
    MAILING = "mailing", "Mailing met voorbeeld"
    EVALUATION = "evaluatie", "Antwoorden op de evaluatie"
    EVALUATION_FILE = "evaluatie-bestand", "Bestand met antwoorden op de evaluatie"
    WAITING_MAIL = "mail", "Mail die blijft wachten"


HOLDING = (Place.CONFIRMED, Place.OFFERED)  # states that hold a place
# who still takes part, or waits to
LIVE = (Place.CONFIRMED, Place.OFFERED, Place.WAITING)
STORED_STATES = [
    EventState.DRAFT,
    EventState.ANNOUNCED,
    EventState.OPEN,
    EventState.CLOSED,
    EventState.CANCELLED,
]
