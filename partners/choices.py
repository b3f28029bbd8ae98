"""The words that the app chooses from."""

from django.db import models


class OrganisationKind(models.TextChoices):
    """The three kinds, each with a proxy of its own."""

    LIBRARY = "bibliotheek", "Bibliotheek"
    MUNICIPALITY = "gemeente", "Gemeente"
    PARTNER = "partner", "Partner"


class OrganisationSector(models.TextChoices):
    """What sort of partner it is."""

    EXECUTIVE_AGENCY = "uitvoeringsorganisatie", "Uitvoeringsorganisatie"
    MINISTRY = "ministerie", "Ministerie of rijksdienst"
    PROVINCE = "provincie", "Provincie"
    SOCIAL_SERVICE = "sociale-dienst", "Sociale dienst"
    CARE = "zorg-en-welzijn", "Zorg- en welzijnsorganisatie"
    HEALTH_INSURER = "zorgverzekeraar", "Zorgverzekeraar"
    ASSOCIATION = "vereniging", "Vereniging of cliëntenraad"
    LITERACY = "taal-en-lezen", "Organisatie voor taal en lezen"
    LIBRARY_SUPPORT = "bibliotheekondersteuning", "Bibliotheekkoepel of ondersteuner"
    MUNICIPAL_SUPPORT = "gemeentekoepel", "Gemeentekoepel of ondersteuner"
    COMPANY = "bedrijf", "Bedrijf of bureau"
    OTHER = "anders", "Andere of onbekende soort"


class OrganisationLevel(models.TextChoices):
    """How far a partner reaches."""

    LOCAL = "lokaal", "Lokaal"
    REGIONAL = "regionaal", "Regionaal"
    PROVINCIAL = "provinciaal", "Provinciaal"
    NATIONAL = "landelijk", "Landelijk"
    UNKNOWN = "onbekend", "Niet bekend"


class AgreementKind(models.TextChoices):
    """What parties agreed."""

    COOPERATION = "samenwerking", "Samenwerkingsovereenkomst"
    ASSIGNMENT = "opdracht", "Opdracht"
    SUBSIDY = "subsidie", "Subsidie of bijdrage"
    OFFER = "aanbod", "Aanbod in voorbereiding"


class SuccessionKind(models.TextChoices):
    """What became of a municipality."""

    MERGED = "samengevoegd", "Samengevoegd tot een nieuwe gemeente"
    ABSORBED = "opgegaan", "Opgegaan in een bestaande gemeente"
    SPLIT = "gesplitst", "Gesplitst over meer gemeenten"
    RENAMED = "hernoemd", "Andere naam of code"


class ClaimState(models.TextChoices):
    """What became of who says to work somewhere."""

    UNCONFIRMED = "onbevestigd", "E-mailadres niet bevestigd"
    WAITING = "wacht", "Wacht op een curator"
    GRANTED = "toegekend", "Toegekend"
    REFUSED = "afgewezen", "Afgewezen"
