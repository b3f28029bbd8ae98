"""What the public may not see is not on the page of a municipality, nor on that of what a theme rests on."""

import pytest
from django.utils import timezone

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

SECRET = "geheim-en-nergens-anders"
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

    def service(self, **fields):
        fields = {"municipality": self.here, "name": SECRET} | fields
        ServiceFactory(themes=[self.theme], **fields)

    def initiative(self, *places, **fields):
        """Surely the first of every list, if it may be shown."""
        fields = {"phase": "lopend", "confirmed_on": "2026-01-01", "confirmed_by": LibraryFactory()} | fields
        return InitiativeFactory(title=SECRET, themes=[self.theme], places=places, **fields)

    def document(self, **fields):
        fields = {"municipality": self.here, "title": SECRET} | fields
        PassageFactory(document=PolicyDocumentFactory(**fields), theme=self.theme, quote=SECRET)


HIDDEN = {
    "a service that was sent in": lambda world: world.service(publication_state="ingezonden"),
    "a service that was archived": lambda world: world.service(publication_state="gearchiveerd"),
    "a service that stopped": lambda world: world.service(until_year=YEAR),
    "a service of next year": lambda world: world.service(from_year=YEAR + 1),
    "a service of the neighbour": lambda world: world.service(municipality=world.neighbour),
    "who sent a service in": lambda world: world.service(name="x", entered_by=UserFactory(name=SECRET)),
    "a concept that a service was taken over from": lambda world: world.service(
        name="x", example=world.initiative(publication_state="concept")
    ),
    "a concept here": lambda world: world.initiative(world.here, publication_state="concept"),
    "an example that was sent in here": lambda world: world.initiative(world.here, publication_state="ingezonden"),
    "an archived example here": lambda world: world.initiative(world.here, publication_state="gearchiveerd"),
    "a concept of a lookalike": lambda world: world.initiative(world.neighbour, publication_state="concept"),
    "an idea of a lookalike": lambda world: world.initiative(world.neighbour, phase="idee"),
    "a concept elsewhere": lambda world: world.initiative(publication_state="concept"),
    "a paper of the past": lambda world: world.document(from_year=2000, until_year=YEAR - 1),
    "a paper of the future": lambda world: world.document(from_year=YEAR + 1),
    "a paper of the neighbour": lambda world: world.document(municipality=world.neighbour),
    "the text of a paper": lambda world: PolicyDocumentFactory(municipality=world.here, text=SECRET),
}
SHOWN = {
    "a service": lambda world: world.service(),
    "what a service was taken over from": lambda world: world.service(name="x", example=world.initiative()),
    "an example here": lambda world: world.initiative(world.here),
    "an example of a lookalike": lambda world: world.initiative(world.neighbour),
    "an example elsewhere": lambda world: world.initiative(),
    "a paper": lambda world: world.document(),
}


def pages_with_secret(client, make):
    world = World()
    make(world)
    return [SECRET in client.get(page).content.decode() for page in world.pages]


@pytest.mark.parametrize("make", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden(client, make):
    assert pages_with_secret(client, make) == [False, False]


@pytest.mark.parametrize("make", SHOWN.values(), ids=SHOWN.keys())
def test_the_same_is_shown_when_it_may_be(client, make):
    assert pages_with_secret(client, make) == [True, True]


@pytest.mark.parametrize(("archived_on", "is_linked"), [(None, True), ("2026-01-01", False)])
def test_a_provider_that_was_archived_is_named_without_a_link(client, archived_on, is_linked):
    world, provider = World(), PartnerFactory(name="Senver", archived_on=archived_on)
    world.service(provider=provider)

    for html in (client.get(page).content.decode() for page in world.pages):
        assert "Senver" in html
        assert (f'href="{provider.get_absolute_url()}"' in html) == is_linked
