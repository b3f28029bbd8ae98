"""Readers of these pages come a while after something was written: what is recommended is found by the search."""

import pytest

from tests.documents import Reader


@pytest.fixture
def client():
    return Reader()
