"""Two libraries that look alike."""

import factory
from factory.django import DjangoModelFactory

from partners.models import LikelyDouble
from tests.factories import LibraryFactory


class OrganisationDoubleFactory(DjangoModelFactory):
    """The oldest first."""

    class Meta:
        model = LikelyDouble

    one = factory.SubFactory(LibraryFactory)
    other = factory.SubFactory(LibraryFactory)
    score = 90
    reason = "zelfde website"
