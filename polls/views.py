"""What is asked now and was asked before, and voting."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from visitors.asked import asked_text
from visitors.limits import is_allowed

from .actions import vote
from .ballots import polls_voted_in, remember_vote
from .forms import VoteForm
from .models import Opinion, Poll
from .result import result_of

PER_PAGE = 20
MOST_MOTIVES = 50  # per opinion
MOST_VOTES = 60  # per visitor and hour: a whole library may have one address
TOO_MANY = (
    "Er is vanaf deze plek nu te vaak gestemd. Probeer het over een uur nog eens."
)


@require_safe
def poll_list(request):
    """Polls that run, and those that are over with their results."""
    today = timezone.localdate()
    over = Paginator(
        Poll.objects.over(today).with_counts(),
        PER_PAGE,
    )
    page = over.get_page(asked_text(request.GET, "pagina"))
    context = {
        "running": Poll.objects.running(today),
        "page": page,
        "results": [(poll, result_of(poll)) for poll in page],
    }
    return render(request, "polls/poll_list.html", context)


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def poll_detail(request, slug):
    """A statement: voting while it runs, the result for who voted in this browser, and for everybody afterwards."""
    today = timezone.localdate()
    poll = Poll.objects.begun(today).with_counts().filter(slug=slug).first()
    if poll is None:
        raise Http404
    can_vote = poll.is_running_on(today) and poll.pk not in polls_voted_in(request)
    if not can_vote:
        return result_page(request, poll, today)
    if request.method != "POST":
        return poll_page(request, poll, form=VoteForm(poll=poll))
    return take_vote(request, poll, today)


def take_vote(request, poll, today):
    """Count a vote and let the browser keep that it voted; say what is wrong."""
    form = VoteForm(request.POST, poll=poll)
    if not form.is_valid():
        return poll_page(request, poll, form=form, status=422)
    if not may_vote(request, poll):
        form.add_error(None, TOO_MANY)
        return poll_page(request, poll, form=form, status=429)
    response = redirect(poll)
    if not form.is_from_robot:
        vote(form=form, today=today)
        remember_vote(request, response, poll)
    return response


def may_vote(request, poll):
    """Whether one more vote may come from this address."""
    return is_allowed(
        request,
        f"peiling {poll.pk}",
        at_most=MOST_VOTES,
        per=timedelta(hours=1),
        now=timezone.now(),
    )


def result_page(request, poll, today):
    """The numbers, and why people think so."""
    motives = []
    for opinion in Opinion:
        shown = poll.votes.with_motive_shown().filter(opinion=opinion)
        motives.append((opinion.label, shown[:MOST_MOTIVES]))
    context = {
        "result": result_of(poll),
        "is_running": poll.is_running_on(today),
        "motives": motives,
    }
    return poll_page(request, poll, **context)


def poll_page(request, poll, *, status=200, **context):
    """The page of one poll, which depends on what this browser did: nobody keeps it for others."""
    context |= {
        "poll": poll,
        "hides_message_form": "form" in context,
    }
    response = render(request, "polls/poll_detail.html", context, status=status)
    patch_vary_headers(response, ["Cookie"])
    response["Cache-Control"] = "private, no-cache"
    return response
