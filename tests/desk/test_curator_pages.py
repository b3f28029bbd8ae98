"""The pages on which doubles are compared and decided about, and the cost of every list of the curators."""

import pytest
from django.contrib import admin
from django.db import transaction
from django.urls import reverse

from curation.merging import merged_into
from history.timeline import timeline
from initiatives.models import Initiative, LikelyDouble
from tests import event_factories, factories, opportunity_factories, search_factories
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory, RecognitionFactory
from tests.markup import squeezed
from tests.queries import number_of_queries
from tests.review_factories import BACKWARDS, HOSTILE, ChangeProposalFactory, LikelyDoubleFactory, publishable
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
LIST = "/beheer/dubbelen/"


@pytest.fixture
def curator(client):
    user = national_curator(name="Carla")
    client.force_login(user)
    return user


@pytest.fixture
def pair():
    province = factories.ProvinceFactory()
    one, other = (
        publishable(factories.LibraryFactory(province=province), title=title, slug=title.lower())
        for title in ("Een", "Twee")
    )
    return LikelyDoubleFactory(one=one, other=other)


def address(pair):
    return f"{LIST}{pair.pk}/"


def test_the_list_has_what_nobody_decided_about(client, curator, pair):
    LikelyDoubleFactory(is_dismissed=True)

    assert list(client.get(LIST).context["page"]) == [pair]


def test_the_page_shows_both_side_by_side_with_what_hangs_under_them(client, curator, pair):
    page = squeezed(client.get(address(pair)))

    assert "<td>Een</td><td>Twee</td>" in page
    assert "deelnames: 1" in page


@pytest.mark.parametrize(("keep", "stays", "goes"), [("one", "een", "twee"), ("other", "twee", "een")])
def test_either_can_be_kept(client, curator, pair, keep, stays, goes):
    response = client.post(address(pair), {"keep": getattr(pair, f"{keep}_id")}, follow=True)

    assert list(Initiative.objects.values_list("slug", flat=True)) == [stays]
    assert "Het oude adres leidt daarheen." in response.content.decode()
    assert client.get(f"/praktijkvoorbeelden/{goes}/").url == f"/praktijkvoorbeelden/{stays}/"


def test_the_history_tells_who_merged(client, curator, pair):
    client.post(address(pair), {"keep": pair.one_id})

    kept = Initiative.objects.get()
    told = [(entry.who, entry.note) for entry in timeline(kept, merged_into(kept))]
    assert ("Carla", "samengevoegd met twee") in told


def test_two_different_things_are_not_asked_about_again(client, curator, pair):
    client.post(address(pair), {"keep": ""})

    assert LikelyDouble.objects.get().is_dismissed is True
    assert list(client.get(LIST).context["page"]) == []
    assert Initiative.objects.count() == 2


def test_another_example_cannot_be_kept(client, curator, pair):
    stranger = factories.InitiativeFactory()

    for keep in (stranger.pk, "abc", "-1", "9" * 30):
        assert client.post(address(pair), {"keep": keep}).status_code == 404
    assert Initiative.objects.count() == 3


def test_what_is_published_is_not_swallowed_by_a_draft(client, curator, pair):
    Initiative.objects.filter(pk=pair.one_id).update(publication_state="concept")

    client.post(address(pair), {"keep": pair.one_id})

    shown = [client.get(f"/praktijkvoorbeelden/{slug}/", follow=True).status_code for slug in ("een", "twee")]
    assert 200 in shown


def test_the_curator_of_one_of_two_provinces_looks_and_does_not_decide(client, pair):
    client.force_login(province_curator(pair.one.leads[0].province))
    elsewhere = LikelyDoubleFactory(
        one=pair.one, other=publishable(factories.LibraryFactory(province=factories.ProvinceFactory()))
    )

    page = client.get(address(elsewhere))

    assert (page.status_code, 'name="keep"' in page.content.decode()) == (200, False)
    assert [client.post(address(elsewhere), {"keep": keep}).status_code for keep in (pair.one_id, "")] == [403, 403]
    assert Initiative.objects.count() == 3


def test_the_curator_of_both_decides(client, pair):
    client.force_login(province_curator(pair.one.leads[0].province))

    client.post(address(pair), {"keep": pair.one_id})

    assert Initiative.objects.count() == 1


def test_a_library_member_sees_neither(client, pair):
    client.force_login(library_member(pair.one.leads[0]))

    assert [client.get(page, follow=True).status_code for page in (LIST, address(pair))] == [403, 403]
    client.post(address(pair), {"keep": pair.one_id})
    assert Initiative.objects.count() == 2


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_a_pair_that_is_not_there(client, curator, number):
    assert client.get(f"{LIST}{number}/").status_code == 404


@pytest.mark.parametrize("text", [HOSTILE, BACKWARDS, "javascript:alert(1)"])
def test_hostile_text_is_shown_as_text(client, curator, text):
    pair = LikelyDoubleFactory(one=publishable(title=text, goal=HOSTILE), other=publishable(title=text), reason=HOSTILE)

    pages = client.get(LIST).content.decode() + client.get(address(pair)).content.decode()

    assert "<img src=x" not in pages
    assert 'href="javascript:' not in pages
    assert "&lt;img src=x onerror=alert(1)&gt;" in pages


def test_the_list_of_doubles_costs_the_same_for_1_and_3(client, curator):
    LikelyDoubleFactory()
    one = number_of_queries(lambda: client.get(LIST))
    LikelyDoubleFactory.create_batch(2)

    assert number_of_queries(lambda: client.get(LIST)) == one


MAKERS = {
    "initiatives_initiative": publishable,
    "initiatives_changeproposal": ChangeProposalFactory,
    "initiatives_participation": factories.ParticipationFactory,
    "initiatives_figure": factories.FigureFactory,
    "initiatives_citation": CitationFactory,
    "initiatives_document": DocumentFactory,
    "initiatives_photo": PhotoFactory,
    "initiatives_recognition": RecognitionFactory,
    "initiatives_theme": lambda: factories.ThemeFactory(parent=factories.ThemeFactory()),
    "initiatives_libraryoffer": factories.LibraryOfferFactory,
    "initiatives_municipalduty": factories.MunicipalDutyFactory,
    "initiatives_conversationquestion": factories.ConversationQuestionFactory,
    "initiatives_targetgroup": factories.TargetGroupFactory,
    "partners_library": lambda: factories.LibraryFactory(province=factories.ProvinceFactory()),
    "partners_branch": factories.BranchFactory,
    "partners_municipality": factories.MunicipalityFactory,
    "partners_partner": lambda: factories.PartnerFactory(parent=factories.PartnerFactory()),
    "partners_organisation": factories.PartnerFactory,
    "partners_contactperson": factories.ContactPersonFactory,
    "partners_network": factories.NetworkFactory,
    "partners_networkmember": factories.NetworkMemberFactory,
    "partners_agreement": factories.AgreementFactory,
    "partners_municipalityalias": factories.MunicipalityAliasFactory,
    "partners_succession": factories.SuccessionFactory,
    "partners_province": factories.ProvinceFactory,
    "partners_membership": library_member,
    "partners_curatorship": lambda: province_curator(factories.ProvinceFactory()),
    "sources_source": factories.SourceFactory,
    "events_eventseries": event_factories.EventSeriesFactory,
    "events_event": lambda: event_factories.EventFactory(
        municipality=factories.MunicipalityFactory(), series=event_factories.EventSeriesFactory()
    ),
    "events_eventday": event_factories.EventDayFactory,
    "events_eventrole": event_factories.EventRoleFactory,
    "events_eventphoto": event_factories.EventPhotoFactory,
    "events_session": event_factories.SessionFactory,
    "events_speaker": lambda: event_factories.SpeakerFactory(organisation=factories.PartnerFactory()),
    "events_appearance": lambda: event_factories.AppearanceFactory(session=event_factories.SessionFactory()),
    "events_pricetier": event_factories.PriceTierFactory,
    "events_evaluationquestion": event_factories.EvaluationQuestionFactory,
    "events_registration": lambda: event_factories.RegistrationFactory(organisation=factories.PartnerFactory()),
    "events_dataaccess": event_factories.DataAccessFactory,
    "opportunities_indicator": opportunity_factories.IndicatorFactory,
    "opportunities_measurement": opportunity_factories.MeasurementFactory,
    "opportunities_indicatorvalue": opportunity_factories.IndicatorValueFactory,
    "opportunities_policydocument": opportunity_factories.PolicyDocumentFactory,
    "opportunities_passage": opportunity_factories.PassageFactory,
    "opportunities_service": lambda: opportunity_factories.ServiceFactory(
        provider=factories.PartnerFactory(), themes=[factories.ThemeFactory()]
    ),
    "opportunities_supplycheck": opportunity_factories.SupplyCheckFactory,
    "accounts_user": factories.UserFactory,
    "contact_message": factories.MessageFactory,
    "search_synonym": search_factories.SynonymFactory,
    "search_searchedword": search_factories.SearchedWordFactory,
}
ELSEWHERE = {"curation_checkedlink", "spreadsheets_importrun", "spreadsheets_exportrun", "spreadsheets_loadedfile"}


def test_every_list_costs_the_same_for_1_and_3(client, curator, no_menu):
    costs = {name: costs_for_1_and_3(client, name, make) for name, make in MAKERS.items()}

    assert {name: (one, three) for name, (one, three) in costs.items() if one != three} == {}


def costs_for_1_and_3(client, name, make):
    """The numbers of queries of a list of 1 and of 3 things; those are taken back."""
    page = reverse(f"admin:{name}_changelist")
    with transaction.atomic():
        make()
        one = number_of_queries(lambda: client.get(page))
        make()
        make()
        three = number_of_queries(lambda: client.get(page))
        transaction.set_rollback(True)
    return one, three


def test_every_list_is_counted_here_or_elsewhere():
    ours = {model for model in admin.site._registry if model._meta.app_label not in ("auth", "procrastinate", "axes")}

    assert {str(model._meta).replace(".", "_") for model in ours} - ELSEWHERE == set(MAKERS)
