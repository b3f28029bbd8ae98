"""Two libraries that look alike."""

import factory
from factory.django import DjangoModelFactory

from partners.models import OrganisationDouble
from tests.factories import LibraryFactory


class OrganisationDoubleFactory(DjangoModelFactory):
    """The oldest first."""

    class Meta:
        model = OrganisationDouble

    one = factory.SubFactory(LibraryFactory)
    other = factory.SubFactory(LibraryFactory)
    score = 90
    reason = "zelfde website"
