"""Two libraries that look alike."""

import factory

from partners.models import OrganisationDouble
from tests.factories import LibraryFactory
from tests.numbered import NumberedFactory


class OrganisationDoubleFactory(NumberedFactory):
    """The oldest first."""

    class Meta:
        model = OrganisationDouble

    one = factory.SubFactory(LibraryFactory)
    other = factory.SubFactory(LibraryFactory)
    score = 90
    reason = "zelfde website"
