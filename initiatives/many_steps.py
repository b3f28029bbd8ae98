"""Publishing or archiving many initiatives at once, each by the same rules as one alone; and taking that back.

Each is done whole in a transaction of its own, with what came of it: whatever stops the work leaves nothing half, and
the work goes on where it was.
"""

from django.db import transaction

from .models import Initiative, ReviewStep, StepOfRun, StepRun
from .review import CHECKED_EVERY, StepRefusedError, take_step

State = StepRun.State
Outcome = StepOfRun.Outcome
NOT_YOURS = "Dit hoort bij een provincie waar jij geen curator van bent."
NOTE_UNDONE = "Veel tegelijk, teruggedraaid."


@transaction.atomic
def plan_steps(*, initiatives, step, user):
    """Remember which initiatives are to take this step; the work itself is ``take_steps``."""
    run = StepRun.objects.create(user=user, step=step)
    numbers = initiatives.order_by("sort_key", "slug").values_list("pk", flat=True)
    rows = [StepOfRun(run=run, initiative_id=number) for number in numbers]
    StepOfRun.objects.bulk_create(rows, batch_size=1000)
    return run


def take_steps(*, run, now):
    """Take the step of each that still waits, until all are done or somebody stops it."""
    for row in (
        run.steps.filter(outcome=Outcome.WAITING)
        .order_by("pk")
        .iterator(chunk_size=500)
    ):
        if not take_one(row, run, now):
            return
    StepRun.objects.filter(pk=run.pk, state=State.BUSY).update(state=State.DONE)


@transaction.atomic
def take_one(row, run, now):
    """Take the step of one; ``False`` where the run was stopped meanwhile."""
    if not StepRun.objects.filter(pk=run.pk, state=State.BUSY).exists():
        return False
    initiative = (
        Initiative.objects.select_for_update().filter(pk=row.initiative_id).first()
    )
    if initiative is None:
        return True  # deleted or merged since, and this row with it
    row.before = initiative.publication_state
    row.check_before = initiative.next_check_on
    try:
        refuse_foreign(initiative, run.user)
        row.step = take_step(
            initiative=initiative,
            state=run.step,
            user=run.user,
            now=now,
        )
        row.outcome = Outcome.TAKEN
    except StepRefusedError as error:
        row.outcome = Outcome.REFUSED
        row.reason = str(error)
    row.save()
    return True


def refuse_foreign(initiative, user):
    """Somebody may have lost a province, or an initiative got another one, since the button was pressed."""
    if (
        user is None
        or not Initiative.objects.editable_by(user).filter(pk=initiative.pk).exists()
    ):
        raise StepRefusedError(NOT_YOURS)


def take_steps_back(*, run, user, now):
    """Bring each back to the state it had, but for those that took another step since."""
    for row in (
        run.steps.filter(outcome=Outcome.TAKEN).order_by("pk").iterator(chunk_size=500)
    ):
        take_one_back(row, user, now)
    StepRun.objects.filter(pk=run.pk, state=State.UNDOING).update(state=State.UNDONE)


@transaction.atomic
def take_one_back(row, user, now):
    """Bring one back, or say why it stays as it is."""
    initiative = (
        Initiative.objects.select_for_update().filter(pk=row.initiative_id).first()
    )
    if initiative is None:
        return
    row.outcome = Outcome.LEFT
    if not Initiative.objects.editable_by(user).filter(pk=initiative.pk).exists():
        row.reason = NOT_YOURS
    elif initiative.review_steps.first() != row.step:
        state_now = initiative.get_publication_state_display().lower()
        row.reason = f"Is daarna nog van stand veranderd, en is nu {state_now}."
    else:
        row.outcome = Outcome.UNDONE
        bring_back(initiative, row, user, now)
    row.save()


def bring_back(initiative, row, user, now):
    """Give the state of before, and the day of the next check where publishing set it."""
    initiative.publication_state = row.before
    is_set_by_step = (
        initiative.next_check_on == row.step.taken_at.date() + CHECKED_EVERY
    )
    if row.check_before is None and is_set_by_step:
        initiative.next_check_on = None
    initiative.save()
    ReviewStep.objects.create(
        initiative=initiative,
        state=row.before,
        user=user,
        note=NOTE_UNDONE,
        taken_at=now,
    )
