"""What every list of the curators costs."""

import pytest
from django.contrib import admin
from django.db import transaction
from django.urls import reverse

from tests import event_factories, factories, opportunity_factories, search_factories
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory, RecognitionFactory
from tests.poll_factories import PollFactory, VoteFactory
from tests.queries import number_of_queries
from tests.reaction_factories import ReactionFactory
from tests.review_factories import ChangeProposalFactory, TipFactory, publishable
from tests.role_factories import ClaimFactory, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    user = national_curator()
    client.force_login(user)
    return user


MAKERS = {
    "initiatives_initiative": publishable,
    "initiatives_changeproposal": ChangeProposalFactory,
    "initiatives_tip": lambda: TipFactory(place=factories.MunicipalityFactory()),
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
    "partners_claim": ClaimFactory,
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
    "opportunities_adoptionreport": opportunity_factories.AdoptionReportFactory,
    "opportunities_supplycheck": opportunity_factories.SupplyCheckFactory,
    "polls_poll": PollFactory,
    "polls_vote": VoteFactory,
    "reactions_reaction": ReactionFactory,
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
