"""Remembered pages are made from watched tables and no others, with the starter content."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import Initiative, Theme
from partners.models import Library, Network, Partner
from remembering.memory import MEMORY
from search.keeping import forget_index
from tests.event_factories import EventFactory
from tests.remembering.tables import PLACES, watched

pytestmark = pytest.mark.postgresql
TABLE = re.compile(r'(?:FROM|JOIN) "?(\w+_\w+)"?')


@pytest.mark.usefixtures("starter_content")
@pytest.mark.django_db
def test_remembered_pages_read_no_other_table(client, settings):
    settings.MOST_REMEMBERED = 10**9
    MEMORY.forget()
    EventFactory(slug="avond", state="open", capacity=3)
    pages = ["/", "/praktijkvoorbeelden/", "/praktijkvoorbeelden/kaart/", "/themas/", "/gemeenten/", "/kansen/"]
    pages += ["/kansen/?provincie=limburg", "/gemeenten/apeldoorn/", "/gemeenten/apeldoorn/achtergrond/"]
    pages += ["/gemeenten/apeldoorn/schulden/", "/agenda/", "/agenda/voorbij/", "/agenda/maand/", "/agenda/avond/"]
    pages += ["/gespreksnotitie/maken/?gemeente=apeldoorn", "/gespreksnotitie/maken/"]
    pages += ["/bibliotheken/", "/partners/", "/netwerken/"]
    for model in (Initiative, Theme, Library, Partner, Network):
        pages.append(model.objects.first().get_absolute_url())

    read, not_told = set(), []
    for page in pages:
        forget_index()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200, page
        tables = {name for query in queries for name in TABLE.findall(query["sql"])}
        read |= tables
        _, *versions = MEMORY.recall(f"http://testserver{page}").made_from
        if tables & PLACES and len(versions) == 1:
            not_told.append(page)

    assert (not_told, sorted(read - watched() - {"remembering_contentversion"})) == ([], [])
