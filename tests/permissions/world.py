"""Two provinces with one thing of every kind in each, and one user of every role."""

from datetime import timedelta
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from curation.merging import merge
from curation.models import CheckedLink
from curation.tasks import check_chosen_links
from events.models import EventDay, ToldFacts
from initiatives.models import ChangeProposal, LikelyDouble, StepRun, Tip
from opportunities.models import AdoptionReport
from partners.models import Curatorship, Organisation
from spreadsheets.models import ExportRun, ImportRun, LoadedFile
from tests import event_factories as events
from tests import evidence_factories as evidence
from tests import factories, search_factories
from tests import opportunity_factories as opportunities
from tests.poll_factories import PollFactory, VoteFactory
from tests.reaction_factories import ReactionFactory
from tests.role_factories import (
    ClaimFactory,
    MembershipFactory,
    administrator,
    library_member,
    national_curator,
    province_curator,
)

ROLES = ["anonymous", "reader", "member", "curator_a", "curator_b", "national", "administrator"]


def make_world():
    """``a`` and ``b``: provinces with everything; ``users``: one per role, ``None`` for who did not log in."""
    a, b = factories.ProvinceFactory(code="PV80"), factories.ProvinceFactory(code="PV81")
    things = things_of(b)
    users = {
        "anonymous": None,
        "reader": factories.UserFactory(),
        "member": library_member(things["partners.library"]),
        "curator_a": province_curator(a),
        "curator_b": province_curator(b),
        "national": national_curator(),
        "administrator": administrator(),
    }
    things |= runs_of(users["curator_b"])
    return SimpleNamespace(a=a, b=b, users=users, things=things)


def things_of(province):
    """{model label: thing} of everything that can belong to a province, or to nobody in particular."""
    places = places_of(province)
    initiative = factories.InitiativeFactory(places=[places["partners.municipality"]])
    lead = factories.ParticipationFactory(
        initiative=initiative, organisation=places["partners.library"], role="trekker"
    )
    proposal = ChangeProposal.objects.create(
        initiative=initiative,
        proposed_by=factories.UserFactory(),
        proposed_at=timezone.now(),
        values={"goal": {"old": "", "new": "Meer lezen."}},
        file=ContentFile(b"%PDF-1.4", "akkoord.pdf"),
    )
    hanging = [
        initiative,
        lead,
        proposal,
        factories.FigureFactory(initiative=initiative),
        evidence.CitationFactory(initiative=initiative),
        evidence.PhotoFactory(initiative=initiative),
        evidence.RecognitionFactory(initiative=initiative),
        document_of(initiative),
        ReactionFactory(initiative=initiative, state="wacht"),
    ]
    here = meeting_in(places["partners.municipality"]) | matrix_of(places["partners.municipality"])
    tip = Tip.objects.create(
        title="Taalcafé",
        url="https://voorbeeld.nl/",
        place=places["partners.municipality"],
        email="wie@voorbeeld.nl",
        tipped_at=timezone.now(),
    )
    return places | by_label([*hanging, tip]) | here | things_of_nobody()


def meeting_in(municipality):
    """A meeting there with all that hangs under it, and somebody who comes."""
    event = events.EventFactory(municipality=municipality, ends_on=events.NEXT_YEAR + timedelta(days=9))
    day = event.starts_on + timedelta(days=EventDay.objects.count())  # not the same in two provinces
    question = events.EvaluationQuestionFactory(event=event)
    booking = events.BookingFactory(event=event)
    registration = events.RegistrationFactory(booking=booking)
    found = [
        event,
        question,
        booking,
        registration,
        events.EventDayFactory(event=event, date=day),
        events.EventRoleFactory(event=event, role="partner"),
        events.EventPhotoFactory(event__municipality=municipality, image="fotos/voorbeeld.jpg"),
        events.AppearanceFactory(event=event),
        events.PriceTierFactory(event=event),
        events.PersonalNeedsFactory(registration=registration),
        events.SessionFactory(event=event),
        events.SessionChoiceFactory(registration=registration),
        events.SentEntryFactory(registration=registration),
        events.EvaluationAnswerFactory(question=question),
        events.MailingFactory(event=event),
        events.DataAccessFactory(event=event),
        ToldFacts.objects.get_or_create(event=event, defaults={"facts": {}})[0],
        registration.steps.create(text="Aangemeld", taken_at=registration.registered_at),
    ]
    return by_label(found)


def matrix_of(municipality):
    """What this municipality needs, wants and has; its figures are of the whole country."""
    value = opportunities.IndicatorValueFactory(municipality=municipality)
    document = opportunities.PolicyDocumentFactory(municipality=municipality)
    service = opportunities.ServiceFactory(municipality=municipality, themes=[factories.ThemeFactory()])
    year = 2001 + AdoptionReport.objects.count()  # not the same in two provinces
    found = [
        value,
        value.measurement,
        value.measurement.indicator,
        document,
        opportunities.PassageFactory(document=document),
        service,
        opportunities.AdoptionReportFactory(service=service, year=year),
        opportunities.SupplyCheckFactory(municipality=municipality),
    ]
    return by_label(found)


def places_of(province):
    """The province itself, its organisations and what hangs under them."""
    library = factories.LibraryFactory(province=province)
    municipality = factories.MunicipalityFactory(province=province)
    found = [
        province,
        library,
        municipality,
        factories.PartnerFactory(province=province),
        factories.BranchFactory(library=library),
        factories.MunicipalityAliasFactory(municipality=municipality),
        factories.SuccessionFactory(predecessor=municipality),
        factories.NetworkMemberFactory(organisation=library),
        factories.ContactPersonFactory(organisation=library),
        MembershipFactory(user=factories.UserFactory(), library=library),
        ClaimFactory(organisation=library),
        Curatorship.objects.create(user=factories.UserFactory(), province=province),
    ]
    return by_label(found) | {"partners.organisation": Organisation.objects.get(pk=library.pk)}


def things_of_nobody():
    """What concerns the whole country, accounts, and what the site keeps of itself."""
    link, _ = CheckedLink.objects.get_or_create(url="https://voorbeeld.nl/")
    loaded_file, _ = LoadedFile.objects.get_or_create(name="voorbeeld.csv", fingerprint="0")
    check_chosen_links.defer(links=[])
    found = [
        factories.ThemeFactory(),
        factories.LibraryOfferFactory(),
        factories.MunicipalDutyFactory(),
        factories.ConversationQuestionFactory(),
        factories.TargetGroupFactory(),
        factories.SourceFactory(),
        factories.NetworkFactory(),
        factories.AgreementFactory(),
        factories.MessageFactory(),
        search_factories.SynonymFactory(),
        search_factories.SearchedWordFactory(),
        events.EventSeriesFactory(),
        PollFactory(),
        VoteFactory(),
        events.SpeakerFactory(),
        factories.UserFactory(),
        link,
        loaded_file,
        ProcrastinateJob.objects.latest("pk"),
    ]
    return by_label(found)


def runs_of(user):
    """An import and an export of this user, with their files."""
    file = ContentFile("slug;titel\n", "bronnen.csv")
    imported = ImportRun.objects.create(user=user, model="sources.source", file=file, file_name="bronnen.csv")
    exported = ExportRun.objects.create(user=user, model="sources.source", kind="csv", file=file)
    return by_label([imported, exported])


def two_initiatives(province):
    """Two initiatives of a province."""
    place = factories.MunicipalityFactory(province=province)
    return factories.InitiativeFactory(places=[place]), factories.InitiativeFactory(places=[place])


def pair_of(province):
    """Two initiatives of a province that look alike."""
    one, other = two_initiatives(province)
    return LikelyDouble.objects.create(one=one, other=other, score=90, reason="thema")


def pair_in_address(province):
    """The same, as an address names them."""
    pair = pair_of(province)
    return {"kind": "praktijkvoorbeelden", "one": pair.one_id, "other": pair.other_id}


def merge_of(province):
    """Two initiatives of a province that became one."""
    kept, gone = two_initiatives(province)
    return merge(kept=kept, gone=gone, user=national_curator())


def shared_file_of(province):
    """A document that somebody without an account sent along with an initiative of a province."""
    initiative, _ = two_initiatives(province)
    sharing = initiative.sharings.create(shared_at=timezone.now())
    file = ContentFile(b"%PDF-1.4", "document.pdf")
    return sharing.files.create(kind="document", name="verslag.pdf", file=file)


def step_run_of(user):
    """Many initiatives that this user publishes at once."""
    return StepRun.objects.create(user=user, step="gepubliceerd")


def document_of(initiative):
    """A document about this initiative, with its file."""
    document = evidence.DocumentFactory(file=ContentFile(b"%PDF-1.4", "stuk.pdf"))
    document.initiatives.add(initiative)
    return document


def by_label(things):
    """{"partners.library": library, …}."""
    return {thing._meta.label_lower: thing for thing in things}
