"""Parting what was merged: everything as it was, except what somebody changed since, which is said."""

import pytest
from django.db import connection
from django.urls import reverse

from curation.merging import merge, merged_into
from curation.models import FormerAddress, Merge
from curation.moving import as_data
from curation.retention import forget_merges
from curation.taking_back import take_back
from events.models import Registration
from history.restore import RestoreRefusedError
from history.timeline import timeline
from initiatives.models import Initiative
from partners.models import ContactPerson, Library, Membership, Organisation
from tests.event_factories import RegistrationFactory
from tests.evidence_factories import CitationFactory
from tests.factories import (
    BranchFactory,
    ContactPersonFactory,
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    ParticipationFactory,
    ProvinceFactory,
    SourceFactory,
    ThemeFactory,
)
from tests.review_factories import NOW
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


@pytest.fixture
def curator():
    return national_curator(name="Carla")


def two_libraries():
    """Two with much in common, and people at both."""
    kept, gone = LibraryFactory(slug="blijft", name="Blijft"), LibraryFactory(slug="weg", name="Weg")
    Organisation.objects.filter(pk=gone.pk).update(isil="NL-0000000001", description="Van de ander")
    gone.refresh_from_db()
    source, initiative, user = SourceFactory(), InitiativeFactory(), library_member(kept)
    for library in (kept, gone):
        library.sources.add(source)
        BranchFactory(library=library, name="Centrum").sources.add(SourceFactory())
        ParticipationFactory(initiative=initiative, organisation=library, role="partner")
        CitationFactory(initiative=None, organisation=library, source=source, speaker="Bo", passage="p. 1")
    Membership.objects.create(user=user, library=gone)
    FigureFactory(initiative=None, organisation=gone)
    RegistrationFactory(organisation=gone)
    return kept, gone


def all_rows():
    """Every row of every table that a merge of libraries may touch."""
    from curation.moving import keys_to

    models = {key.model for key in keys_to(Organisation)} | {Organisation, FormerAddress}
    models |= {Library.sources.through, Library.branches.rel.related_model.sources.through}
    rows = []
    for model in models:
        for pk in model._base_manager.order_by("pk").values_list("pk", flat=True):
            [row] = as_data(model, pk)
            row["fields"].pop("updated_at", None)
            rows.append(str(row))
    return sorted(rows)


def test_everything_is_as_it_was_and_the_history_of_both_says_so(curator):
    kept, gone = two_libraries()
    before = all_rows()

    done = merge(kept=kept, gone=gone, user=curator)
    halfway = all_rows()
    parted = take_back(merge=done, user=curator, now=NOW)

    assert halfway != before
    assert (all_rows(), parted.stayed, parted.taken_back_by) == (before, [], curator)
    for library in (kept, gone):
        entry = timeline(library, merged_into(library))[0]
        assert (entry.who, entry.note) == ("Carla", "samenvoegen met Weg teruggedraaid")


def test_old_addresses_lead_where_they_led(client, curator):
    first, second, third = (InitiativeFactory(slug=slug) for slug in ("a", "b", "c"))
    merge(kept=second, gone=first, user=curator)
    done = merge(kept=third, gone=second, user=curator)

    take_back(merge=done, user=curator, now=NOW)

    assert client.get("/praktijkvoorbeelden/a/").url == "/praktijkvoorbeelden/b/"
    assert [client.get(f"/praktijkvoorbeelden/{slug}/").status_code for slug in "bc"] == [200, 200]


def test_what_was_changed_since_stays_and_is_named(curator):
    kept, gone = InitiativeFactory(title="Blijft", goal="", year=None), InitiativeFactory(goal="Doel", year=2016)
    figures = [FigureFactory(initiative=gone, label=label) for label in ("a", "b", "c")]
    third = InitiativeFactory()
    done = merge(kept=kept, gone=gone, user=curator)
    Initiative.objects.filter(pk=kept.pk).update(goal="Later", lessons="Nieuw")
    figures[0].delete()
    type(figures[1]).objects.filter(pk=figures[1].pk).update(initiative=third)
    kept.themes.add(ThemeFactory(name="Taal"))

    parted = take_back(merge=done, user=curator, now=NOW)

    kept.refresh_from_db()
    assert (kept.goal, kept.lessons, kept.year) == ("Later", "Nieuw", None)
    assert [theme.name for theme in kept.themes.all()] == ["Taal"]
    assert list(gone.figures.all()) == [figures[2]]
    assert parted.stayed == [
        "Van ‘Blijft’ bleef zoals het nu is: doel. Dat is daarna veranderd.",
        "Niet teruggegaan, want daarna veranderd of verwijderd: cijfers: 2.",
    ]


def test_what_cannot_stand_there_again_stays_away(curator):
    kept, gone, initiative = LibraryFactory(), LibraryFactory(), InitiativeFactory()
    for library in (kept, gone):
        ParticipationFactory(initiative=initiative, organisation=library, role="partner")
    done = merge(kept=kept, gone=gone, user=curator)
    initiative.delete()

    parted = take_back(merge=done, user=curator, now=NOW)

    assert parted.stayed == ["Niet teruggegaan, want daarna veranderd of verwijderd: deelnames: 1."]
    assert Library.objects.count() == 2


def test_of_people_who_agreed_to_a_term_nothing_is_kept(curator):
    kept, gone = LibraryFactory(), LibraryFactory()
    for library in (kept, gone):
        ContactPersonFactory(organisation=library, name="An", email="an@voorbeeld.nl")

    done = merge(kept=kept, gone=gone, user=curator)

    assert "an@voorbeeld.nl" not in str(Merge.objects.values().get())
    take_back(merge=done, user=curator, now=NOW)
    assert ContactPerson.objects.count() == 1


def test_what_is_refused(curator):
    province = ProvinceFactory()
    kept, gone, last = (LibraryFactory(name=name, slug=name, province=province) for name in "abc")
    done = merge(kept=kept, gone=gone, user=curator)
    said = []

    def refused(user=curator):
        with pytest.raises(RestoreRefusedError) as refusal:
            take_back(merge=done, user=user, now=NOW)
        said.append(str(refusal.value))

    refused(user=province_curator(ProvinceFactory()))
    taken = LibraryFactory(slug="b")
    refused()
    taken.delete()
    later = merge(kept=last, gone=kept, user=curator)
    refused()
    take_back(merge=later, user=curator, now=NOW)
    take_back(merge=done, user=curator, now=NOW)
    refused()
    assert said == [
        "Een van de twee hoort bij een provincie waar jij geen curator van bent.",
        "Iets anders heeft nu het kenmerk ‘b’. Geef dat eerst een ander kenmerk.",
        "‘a’ is daarna zelf samengevoegd. Draai eerst terug: ‘a’ in ‘c’.",
        "Dit is al teruggedraaid.",
    ]
    assert sorted(Library.objects.values_list("slug", flat=True)) == ["a", "b", "c"]


def test_it_can_be_merged_again_and_the_page_tells_what_happened(client, curator):
    kept, gone = two_libraries()
    take_back(merge=merge(kept=kept, gone=gone, user=curator), user=curator, now=NOW)
    done = merge(kept=kept, gone=gone, user=curator)
    client.force_login(curator)

    page = client.get(reverse("curator:merged", args=[done.pk])).content.decode()
    history = client.get(reverse("admin:partners_library_history", args=[kept.pk])).content.decode()

    assert [text in page for text in ("cijfers: 1", "vestigingen: 1", "omschrijving")] == [True] * 3
    assert reverse("curator:merged", args=[done.pk]) in history
    assert Registration.objects.get().organisation_id == kept.pk


def test_after_its_term_nothing_is_left_of_it(curator):
    kept, gone = two_libraries()
    done = merge(kept=kept, gone=gone, user=curator)

    forget_merges(now=done.merged_at + Merge.TERM)
    before = Merge.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE curation_merge SET merged_at = merged_at - interval '1 second'")
    forget_merges(now=done.merged_at + Merge.TERM)

    assert (before, Merge.objects.count(), FormerAddress.objects.count()) == (1, 0, 1)
