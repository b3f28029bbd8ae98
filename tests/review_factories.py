"""Examples that can be published, and what hangs under an example in the curators' room."""

from datetime import UTC, datetime

import factory

from initiatives.models import ChangeProposal, LikelyDouble, Participation, Tip
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SourceFactory,
    ThemeFactory,
    UserFactory,
)
from tests.numbered import NumberedFactory

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOSTILE = "<img src=x onerror=alert(1)>"
BACKWARDS = "Ta\u202eal"  # turns what follows around on the screen


def led_by(library, **fields):
    """An example that this library leads."""
    initiative = InitiativeFactory(**fields)
    ParticipationFactory(initiative=initiative, organisation=library, role=Participation.Role.LEAD)
    return initiative


def publishable(library=None, **fields):
    """An example with all that publishing asks for; in Dutch provinces where its library has one."""
    library = library or LibraryFactory()
    place = MunicipalityFactory(province=library.province) if library.province else MunicipalityFactory()
    initiative = led_by(library, **{"themes": [ThemeFactory()], "places": [place], **fields})
    initiative.sources.add(SourceFactory())
    return initiative


class ChangeProposalFactory(NumberedFactory):
    """A new summary, proposed by somebody."""

    class Meta:
        model = ChangeProposal

    initiative = factory.SubFactory(InitiativeFactory)
    proposed_by = factory.SubFactory(UserFactory)
    proposed_at = NOW
    values = factory.LazyFunction(lambda: {"summary": {"old": "Een voorbeeld.", "new": "Een beter voorbeeld."}})


class LikelyDoubleFactory(NumberedFactory):
    """Two examples, the oldest first."""

    class Meta:
        model = LikelyDouble

    one = factory.SubFactory(InitiativeFactory)
    other = factory.SubFactory(InitiativeFactory)
    score = 90
    reason = "zelfde thema"


class TipFactory(NumberedFactory):
    """An example that a reader knows of."""

    class Meta:
        model = Tip

    title = "Taalcafé"
    url = "https://voorbeeld.nl/"
    tipped_at = NOW
