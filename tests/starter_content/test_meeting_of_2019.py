"""The meeting of 11 November 2019, of which one article tells the whole programme."""

import pytest

from events.models import Appearance, EventPhoto, Session
from initiatives.models import Citation
from tests.starter_content.test_events import NETWORK, event, names

pytestmark = pytest.mark.django_db

PROGRAMME_OF_2019 = [
    ("Welkom", "plenair", ""),
    ("Spreker: Floor Vermeulen", "plenair", ""),
    ("Spreker: Geke van Velzen", "plenair", ""),
    ("Spreker: Wim van der Meeren", "plenair", ""),
    ("Van curatie naar preventie in het maatschappelijk domein", "deelsessie", ""),
    ("Van curatie naar preventie in het maatschappelijk domein", "deelsessie", "financiën en budgetten"),
    ("Van curatie naar preventie in het maatschappelijk domein", "deelsessie", "imago"),
    ("Van curatie naar preventie in het maatschappelijk domein", "deelsessie", "samenwerking"),
    ("Van curatie naar preventie in het maatschappelijk domein", "deelsessie", ""),
    ("Afsluiting", "plenair", ""),
    ("Borrel", "pauze", ""),
]

MODERATORS = [
    {"Daniëlle Kortleve", "Lilian van Zandbrink"},
    {"Sjors Brouwer", "Marvin van der Krogt"},
    {"Miranda van Hensbergen"},
    {"Aniek Ivens"},
    {"Lucas Keijning", "Susan Dullink"},
]


def test_the_meeting_of_2019_is_the_second_of_a_series_of_which_the_first_is_not_known():
    found = event(NETWORK)

    assert (found.edition, found.series.slug) == (2, "provinciale-netwerkbijeenkomsten-zuid-holland")
    assert found.series.meetings.count() == 1
    assert (found.attended_qualifier, found.attended) == ("ruim", 90)
    assert [each.slug for each in found.documents.all()] == ["mentimeter-netwerkbijeenkomst-2019"]


def test_the_programme_of_2019():
    sessions = Session.objects.filter(event__slug=NETWORK).order_by("position")

    assert list(sessions.values_list("title", "kind", "angle")) == PROGRAMME_OF_2019
    assert set(sessions.parallel().values_list("round", flat=True)) == {1}
    assert sessions.exclude(begins=None).count() == 0


def test_who_did_what_in_2019():
    found = Appearance.objects.filter(event__slug=NETWORK)
    parallel = Session.objects.filter(event__slug=NETWORK).parallel().order_by("position")

    assert names(found.filter(role="dagvoorzitter", session=None)) == {"Joost Hoebink"}
    assert names(found.filter(role="spreker")) == {"Floor Vermeulen", "Geke van Velzen", "Wim van der Meeren"}
    assert [names(each.appearances.filter(role="moderator")) for each in parallel] == MODERATORS
    assert found.count() == 12


def test_every_parallel_session_of_2019_has_a_report():
    assert Session.objects.filter(event__slug=NETWORK).parallel().filter(report="").count() == 0


def test_all_quotes_of_the_report_stand_with_the_meeting_of_2019():
    quotes = Citation.objects.filter(source__slug="netwerkpartner-2019")

    assert set(event(NETWORK).citations.all()) == set(quotes)
    assert quotes.count() > 20


def test_the_photographer_is_named_and_no_photo_was_made_up():
    assert "Pascal Striebel" in event(NETWORK).report
    assert EventPhoto.objects.count() == 0
