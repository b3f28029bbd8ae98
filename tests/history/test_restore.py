"""An earlier version comes back whole: columns, links and owned rows."""

import pytest

from history.restore import RestoreRefusedError, restore_version
from history.timeline import timeline
from initiatives.models import Figure, Initiative, Participation
from tests.evidence_factories import DocumentFactory, PhotoFactory
from tests.factories import (
    ContactPersonFactory,
    FigureFactory,
    InitiativeFactory,
    ParticipationFactory,
    PartnerFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.role_factories import national_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


def moment(thing):
    """The name of how it is now."""
    return timeline(thing)[0].version


def restore(thing, version):
    restore_version(row=thing, moment=version, user=national_curator(name="Carla"))
    thing.refresh_from_db()


def test_columns_come_back_and_it_is_told():
    initiative = InitiativeFactory(title="Eerst", goal="Doel", phase="pilot")
    before = moment(initiative)
    Initiative.objects.update(title="Later", goal="", phase="lopend")

    restore(initiative, before)

    assert (initiative.title, initiative.goal, initiative.phase) == ("Eerst", "Doel", "pilot")
    assert (timeline(initiative)[0].who, timeline(initiative)[0].note) == ("Carla", "een vroegere versie hersteld")


def test_the_moment_it_was_made_stays():
    initiative = InitiativeFactory()
    before, made_at = moment(initiative), initiative.created_at
    Initiative.objects.update(title="Later")

    restore(initiative, before)

    assert initiative.created_at == made_at


def test_links_come_back_and_later_ones_go():
    taal, werk = ThemeFactory(name="Taal"), ThemeFactory(name="Werk")
    initiative = InitiativeFactory(themes=[taal])
    before = moment(initiative)
    initiative.themes.set([werk])

    restore(initiative, before)

    assert list(initiative.themes.all()) == [taal]


def test_a_link_that_went_and_came_again_stands_once():
    taal = ThemeFactory()
    initiative = InitiativeFactory(themes=[taal])
    before = moment(initiative)
    initiative.themes.clear()
    initiative.themes.add(taal)

    restore(initiative, before)

    assert initiative.themes.count() == 1


def test_deleted_participations_come_back_with_their_number():
    initiative, partner = InitiativeFactory(), PartnerFactory()
    participation = ParticipationFactory(initiative=initiative, organisation=partner, note="Elke week")
    before = moment(initiative)
    Participation.objects.all().delete()

    restore(initiative, before)

    found = Participation.objects.values_list("pk", "organisation", "note")
    assert list(found) == [(participation.pk, partner.pk, "Elke week")]


def test_changed_rows_come_back_and_later_ones_go():
    initiative = InitiativeFactory()
    FigureFactory(initiative=initiative, value=50, label="Deelnemers")
    before = moment(initiative)
    Figure.objects.update(value=70)
    FigureFactory(initiative=initiative, label="Later")
    PhotoFactory(initiative=initiative)

    restore(initiative, before)

    assert list(Figure.objects.values_list("value", "label")) == [(50, "Deelnemers")]
    assert initiative.photos.count() == 0


def test_what_others_own_is_left_alone():
    initiative, other = InitiativeFactory(), InitiativeFactory(title="Ander")
    before = moment(initiative)
    document = DocumentFactory()
    document.initiatives.add(initiative)
    ParticipationFactory(initiative=other)
    Initiative.objects.filter(pk=other.pk).update(title="Anders")

    restore(initiative, before)

    other.refresh_from_db()
    assert (other.title, other.participations.count(), document.initiatives.count()) == ("Anders", 1, 1)


def test_a_row_that_moved_to_another_thing_before_that_moment_is_left_alone():
    initiative, other = InitiativeFactory(), InitiativeFactory()
    participation = ParticipationFactory(initiative=initiative, note="Eerst")
    Participation.objects.update(initiative=other)
    Initiative.objects.filter(pk=initiative.pk).update(goal="Doel")
    before = moment(initiative)
    Participation.objects.update(note="Door een ander aangepast")

    restore(initiative, before)

    participation.refresh_from_db()
    assert (participation.initiative, participation.note) == (other, "Door een ander aangepast")


def test_a_restore_can_be_restored():
    group = TargetGroupFactory(name="Een")
    first = moment(group)
    type(group).objects.update(name="Twee")
    second = moment(group)

    restore(group, first)
    restore(group, second)

    assert group.name == "Twee"


def test_a_contact_person_who_was_forgotten_does_not_stand_in_the_way():
    person = ContactPersonFactory()
    initiative = InitiativeFactory(title="Eerst", contact=person)
    before = moment(initiative)
    Initiative.objects.update(title="Later")
    person.delete()

    restore(initiative, before)

    assert (initiative.title, initiative.contact) == ("Eerst", None)


def test_a_slug_that_is_of_something_else_now_is_refused_and_nothing_changes():
    group = TargetGroupFactory(slug="ouderen", name="Eerst")
    before = moment(group)
    type(group).objects.update(slug="senioren", name="Later")
    TargetGroupFactory(slug="ouderen")

    with pytest.raises(RestoreRefusedError) as refused:
        restore(group, before)

    group.refresh_from_db()
    assert "Dit kan niet meer terug" in str(refused.value)
    assert (group.slug, group.name) == ("senioren", "Later")


def refusal(thing, version):
    """The sentence with which it is refused; empty for what comes back."""
    try:
        restore(thing, version)
    except RestoreRefusedError as refused:
        return str(refused)
    return ""


def test_a_version_that_is_not_there_is_refused():
    group = TargetGroupFactory(name="Blijft")
    nonsense = ["", "gisteren", "2020-01-01", "2020-01-01T00:00:00", "\x00", "9999-99-99"]

    refusals = {version: refusal(group, version) for version in nonsense}
    too_early = refusal(group, "2020-01-01T00:00:00+00:00")

    group.refresh_from_db()
    assert refusals == dict.fromkeys(nonsense, "Kies een versie uit de lijst.")
    assert (too_early, group.name) == ("Die versie is er niet.", "Blijft")
