"""How far a step of many examples at once is; stopping it, going on, and taking it back."""

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
        StepRun.objects.visible_to(request.user).select_related("user"), pk=pk
    )
    if request.method == "POST":
        return answer_to_button(request, run)
    counts = dict(
        run.steps.order_by().values_list("outcome").annotate(count=Count("pk"))
    )
    total = sum(counts.values())
    waits_in = StepOutcome.WAITING
    if run.state == State.UNDOING:
        waits_in = StepOutcome.TAKEN
    done = total - counts.get(waits_in, 0)
    told = run.steps.filter(
        outcome__in=[StepOutcome.REFUSED, StepOutcome.LEFT]
    ).select_related("initiative")
    context = {
        "run": run,
        "total": total,
        "done": done,
        "percentage": 100 * done // max(total, 1),
        "taken": counts.get(StepOutcome.TAKEN, 0),
        "undone": counts.get(StepOutcome.UNDONE, 0),
        "page": Paginator(told, ROWS_PER_PAGE).get_page(request.GET.get("pagina")),
        "may_go_on": run.state == State.STOPPED
        and counts.get(StepOutcome.WAITING, 0) > 0,
        "may_undo": run.state in BUTTONS["terugdraaien"][0]
        and counts.get(StepOutcome.TAKEN, 0) > 0,
    }
    return desk_page(
        request,
        "admin/step_run.html",
        f"{run.get_step_display()}: veel tegelijk",
        **context,
    )


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
            state=becomes, problem=""
        )
        if is_changed and becomes in StepRun.BUSY:
            take_run_further.defer(run_id=run.pk, user_id=request.user.pk)
    if not is_changed:
        messages.info(request, "Dat kan nu niet meer. Zo staat het ervoor.")
    return redirect("curator:step_run", run.pk)
