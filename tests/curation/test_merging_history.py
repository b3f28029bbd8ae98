"""The history after a merge: of both, readable, and still good for going back."""

import pytest

from curation.merging import merge, merged_into
from history.restore import restore_version
from history.timeline import timeline
from initiatives.models import Initiative
from tests.factories import InitiativeFactory, PartnerFactory, ThemeFactory
from tests.role_factories import national_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


@pytest.fixture
def curator():
    return national_curator(name="Carla")


def test_the_timeline_tells_what_happened_to_both_and_who_merged(curator):
    kept, gone = InitiativeFactory(title="Blijft"), InitiativeFactory(title="Weg", slug="weg")
    Initiative.objects.filter(pk=gone.pk).update(goal="Doel van de ander")

    merge(kept=kept, gone=gone, user=curator)

    entries = timeline(kept, merged_into(kept))
    assert (entries[0].who, entries[0].note) == ("Carla", "samengevoegd met weg")
    assert "Doel van de ander" in [change.new for entry in entries for change in entry.changes]


def test_the_timeline_compares_each_of_the_two_with_itself(curator):
    kept, gone = InitiativeFactory(title="Blijft"), InitiativeFactory(title="Weg")
    Initiative.objects.filter(pk=kept.pk).update(year=2016)

    merge(kept=kept, gone=gone, user=curator)

    changes = {(each.what, each.old, each.new) for entry in timeline(kept, merged_into(kept)) for each in entry.changes}
    assert ("jaar van de gegevens", "", "2016") in changes
    assert ("titel", "Weg", "Blijft") not in changes


def test_going_back_to_before_the_merge_gives_the_words_of_what_was_kept(curator):
    kept = InitiativeFactory(title="Blijft", slug="blijft")
    gone = InitiativeFactory(title="Weg", slug="weg")
    before = timeline(kept, merged_into(kept))[0].version
    later = timeline(gone, merged_into(gone))[0].version
    merge(kept=kept, gone=gone, user=curator)

    for version in (before, later):
        restore_version(row=kept, moment=version, user=curator)

        kept.refresh_from_db()
        assert (kept.title, kept.slug) == ("Blijft", "blijft")


def test_going_back_to_before_the_merge_works_where_both_had_the_same(curator):
    theme, partner = ThemeFactory(), PartnerFactory()
    kept = InitiativeFactory(title="Blijft", themes=[theme], partners=[partner])
    gone = InitiativeFactory(themes=[theme], partners=[partner])
    Initiative.objects.filter(pk=kept.pk).update(goal="Doel")
    before = timeline(kept, merged_into(kept))[0].version
    merge(kept=kept, gone=gone, user=curator)

    restore_version(row=kept, moment=before, user=curator)

    assert (list(kept.themes.all()), list(kept.organisations.all())) == ([theme], [partner])


def test_going_back_to_after_the_merge_keeps_what_was_kept(curator):
    kept, gone = InitiativeFactory(title="Blijft"), InitiativeFactory()
    merge(kept=kept, gone=gone, user=curator)
    kept.themes.add(ThemeFactory(name="Taal"))
    after = timeline(kept, merged_into(kept))[0].version
    kept.themes.clear()

    restore_version(row=kept, moment=after, user=curator)

    assert [theme.name for theme in Initiative.objects.get(pk=kept.pk).themes.all()] == ["Taal"]
