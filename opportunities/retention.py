"""What is kept of who makes a gespreksnotitie, or told what a municipality has."""

from django.utils import timezone

from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .models import (
    Indicator,
    MatrixSnapshot,
    Measurement,
    Note,
    Passage,
    PolicyDocument,
    Service,
    SupplyCheck,
    TextIntake,
)
from .notes import actions


def forget_notes(*, now):
    """Deleted by whoever has its link, or at night after 180 days."""
    actions.forget_notes(today=timezone.localdate(now))


keep(
    "Een gespreksnotitie die je bewaart, met naam, e-mailadres en telefoonnummer als je die invult",
    why="Om de notitie te tonen aan wie jij de geheime link geeft, en er een pdf of Word-document van te maken",
    basis=Basis.REQUEST,
    how_long="180 dagen nadat je de notitie voor het laatst bewaarde, of tot je die zelf verwijdert",
    tables=(Note,),
    forget=forget_notes,
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
holds_nothing_personal(Indicator, Measurement, PolicyDocument, Passage, SupplyCheck, MatrixSnapshot, TextIntake)
