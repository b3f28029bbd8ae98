"""Addresses that nothing else has yet."""

import pytest

from curation.free_slugs import first_free, free_slug
from partners.models import Network
from tests.factories import NetworkFactory

pytestmark = pytest.mark.django_db


def test_an_address_that_nothing_has_stays_as_it_is():
    assert first_free("taalhuis", {"taalhuis-2"}) == "taalhuis"


def test_the_first_number_that_is_free_comes_behind_it():
    assert first_free("taalhuis", {"taalhuis", "taalhuis-2", "taalhuis-4"}) == "taalhuis-3"


def test_rows_of_the_model_are_looked_at_and_dashes_around_it_are_left_out():
    NetworkFactory(slug="taalhuis")

    assert free_slug(Network, "-taalhuis-") == "taalhuis-2"
