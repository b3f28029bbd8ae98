"""The queue in which the texts of documents come in: put in, taken in one by one, stopped, taken up again."""

from collections.abc import Iterable
from tempfile import NamedTemporaryFile

from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet
from procrastinate.contrib.django import app

from curation.fetching import fetch
from curation.links import LinkProblemError
from opportunities.choices import IntakeState
from opportunities.models import PolicyDocument, TextIntake
from spreadsheets.apart import Limits, RefusedByReaderError, read_apart
from spreadsheets.stored import on_disk

from .layout import PAGE
from .refusing import MOST_MEGABYTES, TOO_LARGE, TOO_SLOW

LIMITS = Limits(
    memory=450 * 2**20,
    seconds=60,
    output=20 * 2**20,
    too_slow=TOO_SLOW,
    too_large=TOO_LARGE,
)
NO_ADDRESS = "Bij dit stuk staat geen webadres. Geef een bestand of een webadres."
OUR_FAULT = "Er ging iets mis dat niet aan dit stuk ligt. De beheerder ziet het bij de mislukte taken."
BEING_DONE = (IntakeState.WAITING, IntakeState.READING)


@transaction.atomic
def put_in_queue(
    documents: Iterable[PolicyDocument],
    file: File | None = None,
) -> None:
    """Let the texts of these documents be taken in: of ``file``, else of their addresses."""
    for document in documents:
        intake, _ = TextIntake.objects.update_or_create(
            document=document,
            defaults={"state": IntakeState.WAITING, "problem": "", "pages": None},
        )
        if file:
            intake.file.save(f"{document.slug[:80]}.pdf", file)
        let_take_in(intake)


def let_take_in(intake: TextIntake) -> None:
    """Give the work to whoever does background work."""
    app.configure_task("opportunities.tasks.take_in_text").defer(intake_id=intake.pk)


def stop(documents: QuerySet[PolicyDocument]) -> int:
    """Let what waits of these documents wait for somebody instead of for its turn; tells how many."""
    waiting = TextIntake.objects.filter(
        document__in=documents,
        state=IntakeState.WAITING,
    )
    return waiting.update(state=IntakeState.STOPPED)


@transaction.atomic
def take_up_again(
    documents: QuerySet[PolicyDocument],
    state: IntakeState,
) -> int:
    """Put what was stopped or refused of these documents in the queue once more; tells how many."""
    intakes = list(
        TextIntake.objects.select_for_update().filter(
            document__in=documents,
            state=state,
        )
    )
    TextIntake.objects.filter(pk__in=[intake.pk for intake in intakes]).update(
        state=IntakeState.WAITING,
        problem="",
    )
    for intake in intakes:
        let_take_in(intake)
    return len(intakes)


def take_in(intake_id: int) -> None:
    """Take in one text; may be done twice, and leaves alone what was stopped or is done."""
    intake = (
        TextIntake.objects.select_related("document")
        .filter(
            pk=intake_id,
            state__in=BEING_DONE,
        )
        .first()
    )
    if intake is None:
        return
    become(intake, IntakeState.READING)
    try:
        lines = lines_of(intake)
    except (RefusedByReaderError, LinkProblemError) as error:
        become(intake, IntakeState.REFUSED, problem=str(error))
        return
    except Exception:
        # a fault of ours: the curator hears so, and the task fails as any other
        become(intake, IntakeState.REFUSED, problem=OUR_FAULT)
        raise
    with transaction.atomic():
        intake.document.text = "\n".join(lines)
        intake.document.save(update_fields=["text"])
        become(
            intake,
            IntakeState.DONE,
            pages=sum(PAGE.fullmatch(line) is not None for line in lines),
        )


def lines_of(intake: TextIntake) -> list[str]:
    """The text of the file that was given, or of what stands at the address."""
    if intake.file:
        with on_disk(intake.file) as path:
            return read_apart("opportunities.reading.reader", path, LIMITS)
    address = intake.document.url or intake.document.page_url
    if not address:
        raise RefusedByReaderError(NO_ADDRESS)
    with NamedTemporaryFile() as file:
        fetch(address, file, MOST_MEGABYTES * 2**20)
        file.flush()
        return read_apart("opportunities.reading.reader", file.name, LIMITS)


def become(
    intake: TextIntake,
    state: IntakeState,
    problem: str = "",
    pages: int | None = None,
) -> None:
    """Keep how far it is; the file goes when there is nothing more to take from it."""
    intake.state = state
    intake.problem = problem
    intake.pages = pages
    is_finished = state in (IntakeState.DONE, IntakeState.REFUSED)
    file = intake.file.name
    if is_finished:
        intake.file = ""
    intake.save()
    if is_finished and file:
        storage = intake.file.storage
        transaction.on_commit(lambda: storage.delete(file))
