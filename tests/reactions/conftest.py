import pytest

from tests.factories import InitiativeFactory
from tests.reactions.writing import EDITORS


@pytest.fixture(autouse=True)
def editors(settings):
    settings.EDITORS_EMAIL = EDITORS


@pytest.fixture
def example():
    return InitiativeFactory(slug="taalhuis", title="Taalhuis")
