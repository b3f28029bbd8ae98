"""What the policy and the services that were found are worth: with source and year, and never more than was seen."""

import pytest

from initiatives.models import Theme
from initiatives.reported_speech import objection_to
from opportunities.choices import Policy
from opportunities.models import Passage, PolicyDocument, Service
from opportunities.supply import supplies_of
from opportunities.wishes import wishes_of
from partners.models import Municipality
from partners.successions import Successions
from tests.starter_content.test_places import TODAY

pytestmark = pytest.mark.django_db

WITHOUT_ADDRESS = ["Hilversum", "Leiden", "Venlo"]
EXPIRED = {"Bladel", "De Fryske Marren", "Edam-Volendam", "Eersel", "Gooise Meren", "Laarbeek", "Opsterland", "Tiel"}


def agreements():
    return PolicyDocument.objects.filter(kind="coalitieakkoord").select_related("municipality")


def wishes(name):
    pk = Municipality.objects.current(TODAY).get(name=name).pk
    return wishes_of([pk], TODAY.year)[pk]


def supplies(name):
    pk = Municipality.objects.current(TODAY).get(name=name).pk
    themes = Theme.objects.values_list("pk", flat=True)
    return supplies_of([pk], Successions.on(TODAY), TODAY.year, themes)[pk]


def test_there_are_42_agreements_of_2026_with_parties_date_and_addresses():
    found = agreements().filter(missing_because="")

    assert found.count() == 42
    assert {(each.from_year, each.until_year) for each in found} == {(2026, 2030)}
    for field in ("title", "parties", "dated", "page_url", "url"):
        assert [each.municipality.name for each in found if not getattr(each, field)] == []


def test_three_municipalities_without_an_agreement_to_read_say_why():
    missing = agreements().exclude(missing_because="")

    assert sorted(each.municipality.name for each in missing) == WITHOUT_ADDRESS
    assert [wishes(name).documents for name in WITHOUT_ADDRESS] == [[], [], []]


def test_there_are_45_passages_of_20_municipalities_told_in_our_own_words():
    passages = Passage.objects.all()

    assert (passages.count(), passages.values("document__municipality").distinct().count()) == (45, 20)
    assert [each.told for each in passages if objection_to(each.told) or each.quote] == []
    assert [each.told for each in passages if not each.where or not each.first_url] == []


def test_expired_passages_are_kept_and_count_for_nothing():
    expired = {}
    for name in Passage.objects.values_list("document__municipality__name", flat=True).distinct():
        found = wishes(name)
        if not found.documents:
            expired[name] = {passage.theme_id for document in found.expired for passage in document.passages.all()}

    assert set(expired) == EXPIRED
    assert [name for name, themes in expired.items() if wishes(name).level(themes) != Policy.UNKNOWN] == []


def test_there_are_49_services_that_nobody_confirmed_and_six_count():
    services = Service.objects.published()

    assert services.count() == 49
    assert [each for each in services if each.confirmed_on] == []
    counting = sorted((each.municipality.name, each.seen_year) for each in services if each.counts_in(2026))
    assert counting == [("Assen", 2024), *[("Veendam", 2025)] * 5]


def test_an_old_sight_is_shown_and_not_counted():
    found = supplies("Oss")
    [service] = found.services

    assert found.counted_services == []
    assert service.provenance == "Gezien in 2020. Niemand bevestigde het nog."
