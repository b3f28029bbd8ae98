"""How far a step of many examples at once is; stopping it, going on, and taking it back."""

from collections import Counter

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from initiatives.choices import StepOutcome
from initiatives.models import StepRun
from initiatives.tasks import take_run_further

from .pages import desk_page

State = StepRun.State
ROWS_PER_PAGE = 50
BUTTONS = {  # name: (states in which it can be pressed, what the run becomes)
    "stoppen": ([State.BUSY], State.STOPPED),
    "verder": ([State.STOPPED], State.BUSY),
    "terugdraaien": ([State.DONE, State.STOPPED], State.UNDOING),
}


def step_run(request, pk):
    """What came of each; a button does what the run is ready for."""
    run = get_object_or_404(
        StepRun.objects.visible_to(request.user).select_related("user"),
        pk=pk,
    )
    if request.method == "POST":
        return answer_to_button(request, run)
    not_taken = run.steps.filter(outcome__in=[StepOutcome.REFUSED, StepOutcome.LEFT])
    pages = Paginator(
        not_taken.select_related("initiative"),
        ROWS_PER_PAGE,
    )
    context = {
        "run": run,
        "page": pages.get_page(request.GET.get("pagina")),
        **progress_of(run),
    }
    title = f"{run.get_step_display()}: veel tegelijk"
    return desk_page(request, "admin/step_run.html", title, **context)


def progress_of(run):
    """How many steps are done, with what outcome, and what can be done with the others."""
    outcomes = run.steps.order_by().values_list("outcome")
    counts = Counter(dict(outcomes.annotate(count=Count("pk"))))
    total = counts.total()
    to_do = counts[StepOutcome.WAITING]
    if run.state == State.UNDOING:
        to_do = counts[StepOutcome.TAKEN]
    done = total - to_do
    has_stopped = run.state == State.STOPPED
    is_undoable = run.state in BUTTONS["terugdraaien"][0]
    return {
        "total": total,
        "done": done,
        "percentage": 100 * done // max(total, 1),
        "taken": counts[StepOutcome.TAKEN],
        "undone": counts[StepOutcome.UNDONE],
        "may_go_on": has_stopped and counts[StepOutcome.WAITING] > 0,
        "may_undo": is_undoable and counts[StepOutcome.TAKEN] > 0,
    }


def answer_to_button(request, run):
    """Stop it, go on, or take it back; who pressed twice, or too late, is told."""
    button = request.POST.get("knop", "")
    if button not in BUTTONS:
        raise Http404
    if run.user_id != request.user.pk and not request.user.is_national_curator:
        raise PermissionDenied
    allowed, becomes = BUTTONS[button]
    with transaction.atomic():
        is_changed = StepRun.objects.filter(pk=run.pk, state__in=allowed).update(
            state=becomes,
            problem="",
        )
        if is_changed and becomes in StepRun.BUSY:
            take_run_further.defer(
                run_id=run.pk,
                user_id=request.user.pk,
            )
    if not is_changed:
        messages.info(request, "Dat kan nu niet meer. Zo staat het ervoor.")
    return redirect("curator:step_run", run.pk)
