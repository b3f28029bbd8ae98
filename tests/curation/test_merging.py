"""Merging: everything that hangs under the other moves, nothing stands there twice, the old address leads on."""

import pytest
from django.apps import apps
from pghistory.models import Event

from curation.merging import hangs_under, moved_to
from curation.models import FormerAddress
from initiatives.members import free_slug
from initiatives.merging import merge_initiatives
from initiatives.models import ChangeProposal, Initiative, LikelyDouble, ReviewStep, StepRun
from tests.event_factories import EventFactory, SessionFactory
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory, RecognitionFactory
from tests.factories import (
    FigureFactory,
    InitiativeFactory,
    LibraryOfferFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PartnerFactory,
    SourceFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.opportunity_factories import ServiceFactory
from tests.reaction_factories import ReactionFactory
from tests.review_factories import NOW, ChangeProposalFactory, LikelyDoubleFactory
from tests.role_factories import national_curator

pytestmark = pytest.mark.django_db


def keys():
    """Every foreign key of every table to a practice example; versions keep the number they are of."""
    return [
        field
        for model in apps.get_models(include_auto_created=True)
        if not (model._meta.proxy or issubclass(model, Event))
        for field in model._meta.local_fields
        if field.is_relation and field.related_model._meta.concrete_model is Initiative
    ]


def pointing(pk):
    """In how many rows each key points to this example."""
    return {str(key): key.model._base_manager.filter(**{key.attname: pk}).count() for key in keys()}


def with_everything():
    """An example with a row in every table that points to examples, and one after it."""
    before = InitiativeFactory()
    initiative = InitiativeFactory(
        themes=[ThemeFactory()], target_groups=[TargetGroupFactory()], places=[MunicipalityFactory()]
    )
    initiative.sources.add(SourceFactory())
    for other in (DocumentFactory(), EventFactory(), SessionFactory()):
        other.initiatives.add(initiative)
    for factory in (
        ParticipationFactory, FigureFactory, CitationFactory, PhotoFactory, RecognitionFactory, LibraryOfferFactory,
        ChangeProposalFactory,
    ):  # fmt: skip
        factory(initiative=initiative)
    ServiceFactory(example=initiative)
    ReactionFactory(initiative=initiative)
    ReviewStep.objects.create(initiative=initiative, state="gepubliceerd", taken_at=NOW)
    initiative.sharings.create(shared_at=NOW)
    initiative.tips.create(title="Taalcafé", url="https://voorbeeld.nl/", tipped_at=NOW)
    StepRun.objects.create(step="gepubliceerd").steps.create(initiative=initiative)
    after = InitiativeFactory()
    LikelyDoubleFactory(one=before, other=initiative)
    LikelyDoubleFactory(one=initiative, other=after)
    return initiative


def merged(kept, gone):
    return merge_initiatives(kept=kept, gone=gone, user=national_curator(), now=NOW)


def test_the_example_with_everything_has_a_row_for_every_key():
    counts = pointing(with_everything().pk)

    assert [key for key, count in counts.items() if not count] == []


def test_no_key_of_any_table_points_to_what_is_gone():
    gone = with_everything()
    number, kept = gone.pk, InitiativeFactory()

    merged(kept, gone)

    assert {key: count for key, count in pointing(number).items() if count} == {}
    assert Initiative.objects.filter(pk=number).exists() is False


def test_everything_hangs_under_what_is_kept():
    kept, gone = InitiativeFactory(), with_everything()
    expected = hangs_under(gone)

    merged(kept, gone)

    found = hangs_under(kept)
    assert {name: found.get(name) for name in expected} == expected
    assert "mogelijke dubbelen" not in expected


def test_what_both_have_stands_there_once():
    theme, partner = ThemeFactory(), PartnerFactory()
    kept, gone = (InitiativeFactory(themes=[theme], partners=[partner]) for _ in range(2))
    source = SourceFactory()
    for initiative in (kept, gone):
        FigureFactory(initiative=initiative, label="Deelnemers", period="2016", source=source)

    merged(kept, gone)

    assert (list(kept.themes.all()), list(kept.organisations.all())) == ([theme], [partner])
    assert kept.figures.count() == 1


def test_a_pair_of_the_two_goes_and_a_decision_about_a_third_stays():
    third, kept, gone = InitiativeFactory(), InitiativeFactory(), InitiativeFactory()
    LikelyDoubleFactory(one=kept, other=gone)
    LikelyDoubleFactory(one=third, other=gone, is_dismissed=True)

    merged(kept, gone)

    assert list(LikelyDouble.objects.values_list("one", "other", "is_dismissed")) == [(third.pk, kept.pk, True)]


def test_a_decision_about_a_third_stays_when_the_oldest_is_another_now():
    gone, third, kept = InitiativeFactory(), InitiativeFactory(), InitiativeFactory()
    LikelyDoubleFactory(one=gone, other=third, is_dismissed=True)

    merged(kept, gone)

    assert list(LikelyDouble.objects.values_list("one", "other", "is_dismissed")) == [(third.pk, kept.pk, True)]


def test_a_proposal_of_somebody_who_proposed_for_both_is_not_lost():
    kept, gone = InitiativeFactory(), InitiativeFactory()
    first = ChangeProposalFactory(initiative=kept)
    ChangeProposalFactory(initiative=gone, proposed_by=first.proposed_by)

    merged(kept, gone)

    assert ChangeProposal.objects.filter(initiative=kept).count() == 2


def test_what_is_kept_keeps_its_words_and_gets_what_it_missed():
    kept = InitiativeFactory(title="Blijft", goal="Eigen doel", year=None, results="")
    gone = InitiativeFactory(title="Weg", goal="Ander doel", year=2016, results="Veel", is_national=True)

    merged(kept, gone)

    kept.refresh_from_db()
    assert (kept.title, kept.goal, kept.year, kept.results) == ("Blijft", "Eigen doel", 2016, "Veel")
    assert kept.is_national is False


@pytest.mark.parametrize(
    ("of_kept", "of_gone"),
    [
        ({"phase": "lopend"}, {"phase": "gestopt", "stop_reason": "Geld op", "end_year": 2020}),
        ({"phase": "gestopt", "end_year": 2010}, {"start_year": 2016}),
        ({"next_check_on": "2026-01-01"}, {"confirmed_on": "2026-02-01", "next_check_on": "2027-02-01"}),
    ],
)
def test_what_does_not_fit_is_not_taken_over(of_kept, of_gone):
    kept = InitiativeFactory(**of_kept)
    confirmed = {"confirmed_by": PartnerFactory()} if "confirmed_on" in of_gone else {}
    gone = InitiativeFactory(**of_gone, **confirmed)

    merged(kept, gone)

    kept.refresh_from_db()
    assert {name: str(getattr(kept, name)) for name in of_kept} == {name: str(value) for name, value in of_kept.items()}


def test_the_old_address_leads_to_what_is_kept(client):
    kept, gone = InitiativeFactory(slug="blijft"), InitiativeFactory(slug="weg")

    merged(kept, gone)

    response = client.get("/praktijkvoorbeelden/weg/")
    assert (response.status_code, response.url) == (301, "/praktijkvoorbeelden/blijft/")


def test_old_addresses_follow_a_chain(client):
    first, second, third = (InitiativeFactory(slug=slug) for slug in ("a", "b", "c"))

    merged(second, first)
    merged(third, second)

    assert [moved_to(Initiative, slug) for slug in "ab"] == [third.pk, third.pk]
    assert [client.get(f"/praktijkvoorbeelden/{slug}/").url for slug in "ab"] == ["/praktijkvoorbeelden/c/"] * 2


def test_an_old_address_does_not_tell_of_what_is_not_on_the_site(client):
    kept, gone = InitiativeFactory(), InitiativeFactory(slug="weg")
    merged(kept, gone)

    for state in ("concept", "ingezonden", "gearchiveerd"):
        Initiative.objects.filter(pk=kept.pk).update(publication_state=state)

        assert (state, client.get("/praktijkvoorbeelden/weg/").status_code) == (state, 404)


def test_an_address_that_was_never_there_leads_nowhere(client):
    assert client.get("/praktijkvoorbeelden/nooit/").status_code == 404


def test_an_address_that_was_used_again_can_be_merged_again():
    kept = InitiativeFactory()
    merged(kept, InitiativeFactory(slug="weg"))
    last = InitiativeFactory()

    merged(last, InitiativeFactory(slug="weg"))

    assert list(FormerAddress.objects.filter(slug="weg").values_list("target_id", flat=True)) == [last.pk]


def test_a_new_example_does_not_take_an_old_address():
    merged(InitiativeFactory(), InitiativeFactory(slug="koffie", title="Koffie"))

    assert free_slug("Koffie") == "koffie-2"


def test_a_page_of_what_hangs_under_it_names_kinds():
    initiative = InitiativeFactory(themes=[ThemeFactory()], partners=[PartnerFactory(), PartnerFactory()])

    assert hangs_under(initiative) == {"deelnames": 2, "thema’s": 1}
