"""What the public may not see is not on the page of a municipality, nor on that of what a theme rests on."""

import pytest
from django.db import transaction
from django.utils import timezone

from search.keeping import forget_index
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    ThemeFactory,
    UserFactory,
)
from tests.opportunities.levels import needs, wants
from tests.opportunity_factories import PassageFactory, PolicyDocumentFactory, ServiceFactory

pytestmark = pytest.mark.django_db

YEAR = timezone.localdate().year


class World:
    """A municipality with a chance at one theme, and a neighbour that is just as large."""

    def __init__(self):
        self.theme = ThemeFactory()
        self.here, self.neighbour = MunicipalityFactory.create_batch(2, population=100, population_year=2025)
        MunicipalityFactory(population=90_000, population_year=2025)
        needs(self.here, self.theme)
        wants(self.here, self.theme)
        ServiceFactory(municipality=self.here, themes=[self.theme])

    @property
    def pages(self):
        page = self.here.get_absolute_url()
        return [page, f"{page}{self.theme.slug}/"]

    @property
    def background(self):
        return f"{self.here.get_absolute_url()}achtergrond/"

    def service(self, name, **fields):
        ServiceFactory(themes=[self.theme], **{"municipality": self.here, "name": name} | fields)

    def initiative(self, title, *places, **fields):
        """Surely the first of every list, if it may be shown."""
        fields = {
            "phase": "lopend",
            "approach": "Zo.",
            "confirmed_on": "2026-01-01",
            "confirmed_by": LibraryFactory(),
        } | fields
        return InitiativeFactory(title=title, themes=[self.theme], places=places, **fields)

    def document(self, text, **fields):
        document = PolicyDocumentFactory(**{"municipality": self.here, "title": text} | fields)
        PassageFactory(document=document, theme=self.theme, told=text, quote=f"{text} woord voor woord")


HIDDEN = {
    "a service that was sent in": lambda world, name: world.service(name, publication_state="ingezonden"),
    "a service that was archived": lambda world, name: world.service(name, publication_state="gearchiveerd"),
    "a service that stopped": lambda world, name: world.service(name, until_year=YEAR),
    "a service of next year": lambda world, name: world.service(name, from_year=YEAR + 1),
    "a service of the neighbour": lambda world, name: world.service(name, municipality=world.neighbour),
    "who sent a service in": lambda world, name: world.service("x", entered_by=UserFactory(name=name)),
    "a concept that a service was taken over from": lambda world, name: world.service(
        "y", example=world.initiative(name, publication_state="concept")
    ),
    "a concept here": lambda world, name: world.initiative(name, world.here, publication_state="concept"),
    "an example that was sent in": lambda world, name: world.initiative(
        name, world.here, publication_state="ingezonden"
    ),
    "an archived example": lambda world, name: world.initiative(name, world.here, publication_state="gearchiveerd"),
    "a concept of a lookalike": lambda world, name: world.initiative(
        name, world.neighbour, publication_state="concept"
    ),
    "an idea of a lookalike": lambda world, name: world.initiative(name, world.neighbour, phase="idee"),
    "a concept elsewhere": lambda world, name: world.initiative(name, publication_state="concept"),
    "a paper of the future": lambda world, name: world.document(name, from_year=YEAR + 1),
    "a paper of the neighbour": lambda world, name: world.document(name, municipality=world.neighbour),
    "the words of a passage": lambda world, name: PassageFactory(document__municipality=world.here, quote=name),
    "the text of a paper": lambda world, name: PolicyDocumentFactory(municipality=world.here, text=name),
}
SHOWN = {
    "a service": lambda world, name: world.service(name),
    "what a service was taken over from": lambda world, name: world.service("x", example=world.initiative(name)),
    "an example here": lambda world, name: world.initiative(name, world.here),
    "an example of a lookalike": lambda world, name: world.initiative(name, world.neighbour),
    "an example elsewhere": lambda world, name: world.initiative(name),
    "a paper": lambda world, name: world.document(name),
    "a paper of the past": lambda world, name: world.document(name, from_year=2000, until_year=YEAR - 1),
}


def make(world, kind, kinds):
    """Make one of these, under a name that nothing else has."""
    kinds[kind](world, f"[{kind}]")


def seen(client, world, kinds):
    """Which of these stand on the page of the municipality, and which on that of the theme."""
    pages = [client.get(page).content.decode() for page in world.pages]
    return [[kind for kind in kinds if f"[{kind}]" in page] for page in pages]


def test_hidden(client):
    world = World()
    for kind in HIDDEN:
        make(world, kind, HIDDEN)

    assert seen(client, world, HIDDEN) == [[], []]
    background = client.get(world.background).content.decode()
    assert [kind for kind in HIDDEN if f"[{kind}]" in background] == []


def test_the_same_is_shown_when_it_may_be(client):
    world, found = World(), {}

    for kind in SHOWN:
        with transaction.atomic():  # one at a time: of some lists the first is shown
            make(world, kind, SHOWN)
            forget_index()
            found[kind] = seen(client, world, SHOWN)
            transaction.set_rollback(True)

    assert found == {kind: [[kind], [kind]] for kind in SHOWN}


@pytest.mark.parametrize(("archived_on", "is_linked"), [(None, True), ("2026-01-01", False)])
def test_a_provider_that_was_archived_is_named_without_a_link(client, archived_on, is_linked):
    world, provider = World(), PartnerFactory(name="Senver", archived_on=archived_on)
    world.service("x", provider=provider)

    for html in (client.get(page).content.decode() for page in world.pages):
        assert "Senver" in html
        assert (f'href="{provider.get_absolute_url()}"' in html) == is_linked
