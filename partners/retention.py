"""What is kept of contact persons, and of who keeps entries for whom."""

from django.utils import timezone

from history.forgetting import forget_versions_of_deleted
from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .models import (
    Agreement,
    Branch,
    Claim,
    ContactPerson,
    Curatorship,
    Membership,
    MunicipalityAlias,
    Network,
    NetworkMember,
    Organisation,
    OrganisationDouble,
    Province,
    Succession,
)


def forget_contact_persons(*, now):
    """Deleted in the night of that date; no version is ever kept."""
    ContactPerson.objects.outdated(timezone.localdate(now)).delete()


def forget_roles(*, now):
    """Deleted with the account or by hand, and at night for good 90 days later."""
    forget_versions_of_deleted(Curatorship, Membership, now=now)


keep(
    "Naam en gegevens van een contactpersoon",
    why="Zodat collega’s kunnen overleggen; alleen met toestemming",
    basis=Basis.CONSENT,
    how_long="Tot de datum die bij de toestemming is afgesproken",
    tables=(ContactPerson,),
    own=(
        Own(
            ContactPerson,
            "email",
            (
                "organisation",
                "name",
                "job_title",
                "email",
                "phone",
                "consented_on",
                "remove_on",
            ),
        ),
    ),
    forget=forget_contact_persons,
)


def forget_claims(*, now):
    """Deleted at night: after a week where nobody confirmed the address, else after 180 days."""
    Claim.objects.outdated(now).delete()


keep(
    "Wie vraagt om mee te doen namens een bibliotheek of partner: naam, functie, e-mailadres en toelichting",
    why="Om te weten of je daar werkt",
    basis=Basis.REQUEST,
    how_long="180 dagen; bevestig je je e-mailadres niet, dan een week",
    tables=(Claim,),
    own=(
        Own(
            Claim,
            "email",
            (
                "organisation",
                "name",
                "email",
                "job_title",
                "explanation",
                "state",
                "asked_at",
            ),
        ),
    ),
    forget=forget_claims,
)
keep(
    "Van welke provincie iemand curator is, en bij welke bibliotheek en in welke functie iemand werkt",
    why="Om te bepalen wat iemand mag veranderen",
    basis=Basis.INTEREST,
    how_long="Zolang het account bestaat of iemand die rol heeft, en 90 dagen daarna",
    tables=(Curatorship, Membership),
    own=(
        Own(Curatorship, "user", ("province",)),
        Own(Membership, "user", ("library", "job_title", "is_active")),
    ),
    forget=forget_roles,
)
holds_nothing_personal(
    Province,
    Organisation,
    MunicipalityAlias,
    Succession,
    Branch,
    Network,
    NetworkMember,
    Agreement,
)
holds_nothing_personal(OrganisationDouble)
