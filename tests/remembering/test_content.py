"""What is read once for everybody: the organisations with which every form is compared."""

import pytest
from django.db import transaction

from events.known_organisations import known_organisations
from tests.factories import LibraryFactory
from tests.queries import number_of_queries
from tests.remembering.test_versions import somebody_else

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
TODAY = "2026-11-30"


@pytest.fixture(autouse=True)
def remembering(settings):
    settings.MOST_REMEMBERED = 10**6


def names():
    return [organisation.names[0] for organisation in known_organisations(TODAY).in_order]


def test_the_second_time_one_asks_only_for_the_version_until_somebody_changes_a_name():
    LibraryFactory(name="Bibliotheek Zoetermeer")

    counted = number_of_queries(names)
    with somebody_else() as other:
        other.execute("UPDATE partners_organisation SET name = 'Bibliotheek Delft'")
        before = names()
        other.commit()

    assert (counted, before, names()) == (1, ["Bibliotheek Zoetermeer"], ["Bibliotheek Delft"])


def test_what_a_transaction_changed_is_read_there_and_by_nobody_else_before_it_is_committed():
    LibraryFactory(name="Bibliotheek Zoetermeer")
    names()

    with transaction.atomic():
        LibraryFactory(name="Bibliotheek Delft")
        within = names()
        transaction.set_rollback(True)

    assert (within, names()) == (["Bibliotheek Delft", "Bibliotheek Zoetermeer"], ["Bibliotheek Zoetermeer"])


def test_another_day_is_read_anew():
    LibraryFactory(name="Bibliotheek Zoetermeer")
    names()

    assert number_of_queries(lambda: known_organisations("2026-12-01")) == 1
    assert number_of_queries(lambda: (known_organisations(TODAY), known_organisations("2026-12-01"))) > 2
