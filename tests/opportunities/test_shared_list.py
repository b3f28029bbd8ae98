"""A list that is shared: a copy of that day, behind a secret link, for a term."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from opportunities.models import SharedList
from opportunities.my_list.sharing import keeper_token
from opportunities.retention import forget_shared_lists
from tests.factories import ThemeFactory
from tests.opportunity_factories import SharedListFactory

pytestmark = pytest.mark.django_db
LIST = "/mijn-lijst/"
TERM = timedelta(days=180)


@pytest.fixture
def reader(client):
    """Somebody with one theme in their list, and a note at it."""
    theme = ThemeFactory(slug="taal", name="Taal")
    client.post(f"{LIST}bewaar/thema/{theme.slug}/")
    client.post(f"{LIST}wijzig/thema/taal/", {"doe": "notitie", "notitie": "Ada bellen"})
    return client


def share(reader, **typed):
    """The page for who shared it."""
    return reader.post(f"{LIST}delen/", typed, follow=True)


def noon_of(day):
    """A moment on that day; so many times 24 hours from now may be a day off: the clock is changed twice a year."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def test_who_has_the_link_reads_the_list_of_that_day_and_notes_only_when_chosen(reader):
    stranger, told = type(reader)(), []
    choices = [{"naam": "Voor <b>Ada"}, {"met_notities": "ja"}]
    copies = [share(reader, **typed).context["shared"] for typed in choices]
    reader.post(f"{LIST}wijzig/thema/taal/", {"doe": "weg"})
    for shared in copies:
        page = stranger.get(shared.get_absolute_url()).content.decode()
        told.append(("Taal" in page, "Ada bellen" in page, "Voor &lt;b&gt;Ada" in page, "wijzig/" in page))

    assert told == [(True, False, True, False), (True, True, False, False)]
    assert stranger.cookies == {}


def test_the_copy_goes_by_the_second_link_or_at_its_term(reader):
    pages = [share(reader) for _ in range(2)]
    first, second = [page.context["shared"] for page in pages]
    address = pages[0].redirect_chain[-1][0]

    assert reader.post(first.get_absolute_url()).status_code == 405
    assert reader.get(address).status_code == 200
    assert "is verwijderd" in reader.post(address).content.decode()
    assert [reader.get(each).status_code for each in (address, first.get_absolute_url())] == [404, 404]
    assert second.remove_on - timezone.localdate() == TERM
    forget_shared_lists(now=noon_of(second.remove_on - timedelta(days=1)))
    assert SharedList.objects.count() == 1
    forget_shared_lists(now=noon_of(second.remove_on))
    assert SharedList.objects.count() == 0


def test_links_that_are_not_ours_and_copies_whose_term_is_over_open_nothing(client):
    over = SharedListFactory(remove_on=timezone.localdate())
    here = SharedListFactory(remove_on=timezone.localdate() + timedelta(days=1))
    addresses = [f"gedeeld/{over.token}/", f"gedeeld/{over.token}/pdf/", f"beheer/{keeper_token(over)}/"]
    addresses += [f"beheer/{here.token}/", f"gedeeld/{here.token}/exe/", "gedeeld/onzin/"]

    assert [client.get(LIST + address).status_code for address in addresses] == [404] * 6
    assert [client.get(f"{LIST}gedeeld/{here.token}/{kind}").status_code for kind in ("", "pdf/", "xlsx/")] == [200] * 3


def test_nothing_is_stored_of_an_empty_list_a_name_that_is_too_long_or_more_than_twenty_an_hour(reader):
    empty = type(reader)().post(f"{LIST}delen/")
    long = share(reader, naam="x" * 121)
    statuses = [share(reader).status_code for _ in range(21)]

    assert (empty.url, long.status_code, "er passen 120 tekens in" in long.content.decode()) == (LIST, 422, True)
    assert statuses == [200] * 20 + [429]
    assert SharedList.objects.count() == 20
