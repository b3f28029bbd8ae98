"""What is kept of who makes a gespreksnotitie, saves or shares a list, or told what a municipality has."""

from datetime import datetime

from django.utils import timezone

from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .models import (
    AdoptionReport,
    AdoptionTeller,
    Indicator,
    MatrixSnapshot,
    Measurement,
    Note,
    OwnList,
    Passage,
    PolicyDocument,
    Service,
    SharedList,
    SupplyCheck,
    TextIntake,
)
from .my_list import sharing
from .notes import actions


def forget_notes(*, now: datetime) -> None:
    """Deleted by whoever has its link, or at night after 180 days."""
    actions.forget_notes(today=timezone.localdate(now))


def forget_shared_lists(*, now: datetime) -> None:
    """Deleted by who shared it, or at night after 180 days."""
    sharing.forget_shared_lists(today=timezone.localdate(now))


keep(
    "Een gespreksnotitie die je bewaart, met naam, e-mailadres en telefoonnummer als je die invult",
    why="Om de notitie te tonen aan wie jij de geheime link geeft, en er een pdf of Word-document van te maken",
    basis=Basis.REQUEST,
    how_long="180 dagen nadat je de notitie voor het laatst bewaarde, of tot je die zelf verwijdert",
    tables=(Note,),
    forget=forget_notes,
)
keep(
    "Wat je met een account bewaart in ‘Mijn lijst’, met de notities die je erbij schrijft",
    why="Om je lijst te laten zien waar je ook inlogt",
    basis=Basis.REQUEST,
    how_long="Tot je het zelf weghaalt, of het account weg is",
    tables=(OwnList,),
    own=(
        Own(
            OwnList,
            "user",
            ("entries",),
            words={"kind": "soort", "slug": "naam in het adres", "note": "notitie"},
        ),
    ),
    goes="Goes with the account.",
)
keep(
    "Een lijst die je deelt, met de naam die je haar geeft, en met je notities als je daarvoor kiest",
    why="Om de lijst te tonen aan wie jij de geheime link geeft",
    basis=Basis.REQUEST,
    how_long="180 dagen nadat je de lijst deelde, of tot je de gedeelde lijst zelf verwijdert",
    tables=(SharedList,),
    forget=forget_shared_lists,
)
keep(
    "Welke bibliotheekmedewerker bestaand aanbod invulde",
    why="Om te kunnen vragen of het klopt",
    basis=Basis.INTEREST,
    how_long="Zolang het account bestaat",
    tables=(Service,),
    own=(Own(Service, "entered_by", ("municipality", "name", "updated_at")),),
    goes="Emptied when the account goes.",
)


def forget_tellers(*, now: datetime) -> None:
    """Deleted at night: with what they told after a week without a press on the link; else 18 months after the last."""
    unconfirmed = AdoptionTeller.objects.unconfirmed(now)
    Service.objects.filter(pk__in=unconfirmed.values("service")).delete()
    AdoptionTeller.objects.outdated(now).delete()


keep(
    "Wie vertelt dat een organisatie een voorbeeld ook doet: naam, functie en e-mailadres; alleen curatoren zien die",
    why="Om te laten bevestigen dat het klopt, eens per jaar te vragen hoe het gaat en wat het bracht, en je vragen "
    "van lezers over het voorbeeld te mailen",
    basis=Basis.REQUEST,
    how_long="Anderhalf jaar nadat je het voor het laatst bevestigde; bevestig je het nooit, dan een week",
    tables=(AdoptionTeller,),
    own=(Own(AdoptionTeller, "email", ("service", "name", "email", "told_at")),),
    forget=forget_tellers,
)
holds_nothing_personal(
    Indicator,
    Measurement,
    PolicyDocument,
    Passage,
    SupplyCheck,
    MatrixSnapshot,
    TextIntake,
)
holds_nothing_personal(AdoptionReport)
