"""The timeline reads as a story: words for names and choices, links and owned rows, newest first."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from history.timeline import timeline
from initiatives.models import Initiative, Participation
from tests.factories import (
    ContactPersonFactory,
    InitiativeFactory,
    MessageFactory,
    ParticipationFactory,
    PartnerFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.markup import squeezed
from tests.queries import number_of_queries
from tests.review_factories import BACKWARDS, HOSTILE
from tests.role_factories import national_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


def newest(thing):
    """The lines of the last thing that happened."""
    return [(each.what, each.old, each.new) for each in timeline(thing)[0].changes]


def test_a_choice_and_a_yes_are_shown_in_words():
    initiative = InitiativeFactory(phase="pilot")

    initiative.phase, initiative.is_national = "lopend", True
    initiative.save()

    assert sorted(newest(initiative)) == [("fase", "Pilot", "Loopt"), ("in het hele land", "nee", "ja")]


def test_a_link_is_shown_with_its_name_and_the_side_it_is_on():
    initiative, theme = InitiativeFactory(), ThemeFactory(name="Taal")

    initiative.themes.add(theme)
    added = newest(initiative)
    initiative.themes.remove(theme)

    assert added == [("thema’s", "", "Taal")]
    assert newest(initiative) == [("thema’s", "Taal", "")]
    assert len(timeline(theme)) == 1


def test_an_owned_row_is_shown_when_it_comes_changes_and_goes():
    initiative, partner = InitiativeFactory(), PartnerFactory(name="UWV")
    participation = ParticipationFactory(initiative=initiative, organisation=partner)
    came = newest(initiative)

    Participation.objects.update(note="Elke week")
    changed = newest(initiative)
    participation.delete()

    assert came == [("Deelname toegevoegd", "", "organisatie UWV, rol Partner")]
    assert changed == [("Deelname: toelichting", "", "Elke week")]
    assert newest(initiative) == [("Deelname verwijderd", "organisatie UWV, rol Partner, toelichting Elke week", "")]


def test_a_row_that_moved_away_is_told_on_both_sides():
    old, new = InitiativeFactory(title="Oud"), InitiativeFactory(title="Nieuw")
    participation = ParticipationFactory(initiative=old)

    participation.initiative = new
    participation.save()

    assert ("Deelname: praktijkvoorbeeld", "Oud", "Nieuw") in newest(old)
    assert timeline(new)[0].moment == timeline(old)[0].moment


def test_what_something_pointed_to_may_be_gone():
    person = ContactPersonFactory()
    initiative = InitiativeFactory(contact=person)
    pk = person.pk

    person.delete()

    assert newest(initiative) == [("contactpersoon", f"nummer {pk}, verwijderd", "")]


def test_a_very_long_text_is_cut():
    initiative = InitiativeFactory()

    Initiative.objects.update(goal="a" * 10_000)

    assert newest(initiative) == [("doel", "", "a" * 300)]


def test_what_is_not_watched_has_no_timeline():
    assert timeline(MessageFactory()) == []


def test_a_hostile_title_is_shown_as_text(client):
    client.force_login(national_curator())
    initiative = InitiativeFactory(title=HOSTILE, themes=[ThemeFactory(name=HOSTILE)])
    for title in (BACKWARDS, "javascript:alert(1)"):
        Initiative.objects.update(title=title)

    page = client.get(reverse("admin:initiatives_initiative_history", args=[initiative.pk])).content.decode()

    assert "<img src=x" not in page
    assert 'href="javascript:' not in page
    assert [text in page for text in (escape(HOSTILE), BACKWARDS, "javascript:alert(1)")] == [True] * 3


def test_the_page_names_who_when_and_the_import(client):
    curator = national_curator(name="Carla")
    client.force_login(curator)
    group = TargetGroupFactory(name="Oud")
    client.post(reverse("admin:initiatives_targetgroup_change", args=[group.pk]), {"name": "Nieuw", "slug": group.slug})

    page = squeezed(client.get(reverse("admin:initiatives_targetgroup_history", args=[group.pk])))

    assert "Carla" in page
    assert '<td data-label="Eerst">Oud</td><td data-label="Daarna">Nieuw</td>' in page


def life_with(count):
    """An example to which this many things happened."""
    initiative = InitiativeFactory(themes=ThemeFactory.create_batch(count))
    for _ in range(count):
        ParticipationFactory(initiative=initiative)
        initiative.contact = ContactPersonFactory()
        initiative.save()
    return initiative


def test_the_number_of_queries_does_not_grow():
    short, long = life_with(1), life_with(3)

    assert number_of_queries(lambda: timeline(short)) == number_of_queries(lambda: timeline(long))
