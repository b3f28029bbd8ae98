"""One thing of every kind in one province, and what only exists after somebody did something."""

from datetime import date
from uuid import uuid4

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone

from curation.models import SavedView, TaskFailure
from events.models import Booking
from initiatives.models import Initiative
from opportunities.models import Note
from spreadsheets.models import ImportRow
from tests import event_factories as events
from tests import factories
from tests.opportunities.notes import typed
from tests.opportunity_factories import MatrixSnapshotFactory
from tests.permissions.world import make_world, pair_of
from tests.poll_factories import PollFactory, VoteFactory
from tests.reaction_factories import AnswerFactory, AskedPersonFactory, ReactionFactory

WORDS = dict.fromkeys(["voorstel", "vraag", "titel", "van", "publiek_naam", "contact_naam"], "Een tekst.")


def make_hostile_world():
    """The world of the permissions, with the rest that pages show; nothing in it is hostile yet."""
    world = make_world()
    things, user = world.things, world.users["administrator"]
    Initiative.objects.update(publication_state="gepubliceerd")
    things["events.evaluationanswer"].score = None
    things["events.evaluationanswer"].text = "Fijn."
    things["events.evaluationanswer"].save()
    events.ParallelSessionFactory.create_batch(2, event=things["events.event"], round=2)
    MatrixSnapshotFactory(municipality=things["partners.municipality"], theme=things["initiatives.theme"])
    things["initiatives.initiative"].themes.add(things["initiatives.theme"])
    things["initiatives.initiative"].sources.add(things["sources.source"])
    imported_rows(things["spreadsheets.importrun"])
    reacted_on(things)
    things["polls.over"] = poll_that_is_over()
    what_happened(things, user)
    world.double = pair_of(world.b)
    world.note = kept_note(things)
    return world


def reacted_on(things):
    """A question with its answer, and who was asked, under an example, a theme and a meeting."""
    abouts = [{"initiative": things["initiatives.initiative"]}]
    abouts += [{"initiative": None, "theme": things["initiatives.theme"]}]
    abouts += [{"initiative": None, "meeting": things["events.event"]}]
    for about in abouts:
        question = ReactionFactory(**about)
        answer = AnswerFactory(answer_to=question, organisation=things["partners.library"], **about)
        things["reactions.question"], things["reactions.answer"] = question, answer
        things["reactions.asked"] = AskedPersonFactory(question=question, organisation=things["partners.library"])


def poll_that_is_over():
    """A poll with its result, and a motive for each opinion."""
    poll = PollFactory(starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1))
    for opinion in ("eens", "oneens"):
        VoteFactory(poll=poll, opinion=opinion, motive="Omdat.", motive_state="geplaatst")
    return poll


def imported_rows(run):
    """One row of every outcome, with a problem, a remark and a change."""
    run.headers, run.sample, run.notices = ["slug", "titel"], [["a", "b"]], ["Let op."]
    run.save()
    said = {"changes": [["titel", "a", "b"]], "problems": [["titel", "Te lang."]], "remarks": ["Lijkt op iets."]}
    for line, outcome in enumerate(ImportRow.Outcome.values):
        ImportRow.objects.create(run=run, line=line, outcome=outcome, label="Titel", cells=["a"], **said)


def what_happened(things, user):
    """What the site writes down of what somebody did."""
    SavedView.objects.create(user=user, list_name="initiatives.initiative", name="Van mij", query="q=x")
    TaskFailure.objects.create(job_id=1, task="send", reason="Ging mis.", failed_at=timezone.now())
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(things["initiatives.initiative"]),
        object_id=things["initiatives.initiative"].pk,
        object_repr="Titel",
        action_flag=CHANGE,
        change_message="Titel veranderd.",
    )
    Booking.objects.update(invoice_name="Bibliotheek", invoice_address="Straat 1", key=uuid4())


def kept_note(things):
    """A note about all there is."""
    municipality, theme = things["partners.municipality"], things["initiatives.theme"]
    factories.LibraryOfferFactory(theme=theme)
    factories.ConversationQuestionFactory(theme=theme)
    chosen = {"thema": [theme.slug], "voorbeeld": [things["initiatives.initiative"].slug]}
    Client().post("/gespreksnotitie/maken/", typed(gemeente=municipality.slug, **chosen, **WORDS))
    return Note.objects.get()
