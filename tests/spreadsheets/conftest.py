import pytest

from sources.resources import SourceResource
from spreadsheets.actions import load_file
from spreadsheets.files import RefusedFileError
from tests.role_factories import national_curator


@pytest.fixture
def load(tmp_path):
    """A function that loads text or bytes as a file ``x.csv`` and gives the counts."""

    def load(content, resource=SourceResource):
        path = tmp_path / "x.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_file(path=path, resource=resource())

    return load


@pytest.fixture
def refusal(load):
    """A function that loads what must be refused and gives the mistakes as they are told."""

    def refusal(content, **options):
        with pytest.raises(RefusedFileError) as refused:
            load(content, **options)
        return str(refused.value).split("\n")

    return refusal


@pytest.fixture
def curator(client):
    """A national curator who is logged in."""
    user = national_curator(email="curator@voorbeeld.nl")
    client.force_login(user)
    return user
