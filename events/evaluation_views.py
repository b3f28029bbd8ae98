"""The evaluation: what somebody who was there thought of it, once and without their name."""

from django.shortcuts import render
from django.utils import timezone

from .actions.evaluating import answer, why_not
from .actions.refused import RefusedError
from .evaluation_forms import EvaluationForm
from .links import evaluator_of
from .mistakes import mistakes_of
from .private_pages import by_link, refused_page

NO_QUESTIONS = "Voor deze bijeenkomst is er geen evaluatie."


@by_link(evaluator_of)
def evaluation(request, registration):
    """Ask the questions of the organiser, and thank for the answers."""
    reason = why_not(registration, timezone.now())
    questions = list(registration.event.questions.all())
    if reason or not questions:
        status = 409 if request.method == "POST" else 200
        return refused_page(
            request, reason or NO_QUESTIONS, status=status, title="Evaluatie"
        )
    data = request.POST if request.method == "POST" else None
    form = EvaluationForm(data, questions=questions)
    if not form.is_valid():
        return form_page(request, form, registration)
    try:
        answer(
            registration=registration,
            answers=form.answers,
            now=timezone.now(),
        )
    except RefusedError as error:
        return refused_page(request, str(error), status=409, title="Evaluatie")
    context = {"event": registration.event, "form": None, "mistakes": []}
    return render(request, "events/evaluation.html", context)


def form_page(request, form, registration):
    """The questions; with status 422 where an answer cannot be."""
    mistakes = mistakes_of(form)
    status = 422 if mistakes else 200
    context = {
        "event": registration.event,
        "form": form,
        "mistakes": mistakes,
    }
    return render(request, "events/evaluation.html", context, status=status)
