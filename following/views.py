"""Following something by mail, without an account; every step after the first is behind a secret link."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from visitors.asked import asked_text
from visitors.limits import is_allowed, is_allowed_for
from visitors.private_pages import kept_private

from .actions import ask_to_follow, confirm, dismiss, end, stop
from .choices import Rhythm
from .forms import FollowForm, RhythmForm
from .links import dismissed_by, follow_of, follower_of, leaver_of, own_path, stop_path
from .news import items_of
from .subjects import subject_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MOST_ASKED = 20  # per visitor and hour
MOST_LINKS = 5  # per address and day
TOO_MANY = "Je hebt nu veel gevolgd. Probeer het over een uur nog eens."
PAGE = {"hides_message_form": True}


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def follow_create(request):
    """Ask for an address, and mail it a link that confirms; the answer is the same for every address."""
    if request.method != "POST":
        return form_page(
            request,
            FollowForm(
                initial={"address": asked_text(request.GET, "pagina", longest=2_000)}
            ),
        )
    form = FollowForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, status=422)
    if form.cleaned_data["website"]:
        return redirect("following:follow_asked")
    now = timezone.now()
    if not is_allowed(request, "volgen", at_most=MOST_ASKED, per=HOUR, now=now):
        form.add_error(None, TOO_MANY)
        return form_page(request, form, status=429)
    email = form.cleaned_data["email"]
    may_be_mailed = is_allowed_for(
        email.lower(), "link om te volgen", at_most=MOST_LINKS, per=DAY, now=now
    )
    if may_be_mailed:
        ask_to_follow(email=email, subject=form.subject, rhythm=Rhythm.WEEKLY, now=now)
    return redirect("following:follow_asked")


def form_page(request, form, status=200):
    """The form, with what will be followed above it."""
    subject = subject_of(form["address"].value() or "")
    return render(
        request,
        "following/follow_form.html",
        PAGE | {"form": form, "subject": subject},
        status=status,
    )


@require_safe
def follow_asked(request):
    """Say that a mail is on its way."""
    return render(request, "following/follow_asked.html", PAGE)


@kept_private("GET", "HEAD", "POST")
def follow_confirm(request, token):
    """Confirm with a press on the button: mail programs open links by themselves."""
    follow = follow_of(token)
    if follow is None:
        return gone(request)
    if request.method != "POST":
        return render(
            request,
            "following/follow_confirm.html",
            PAGE | {"follow": follow},
        )
    confirm(follow=follow, now=timezone.now())
    return redirect(own_path(follow.follower))


@kept_private("GET", "HEAD", "POST")
def follower_detail(request, token):
    """All that somebody follows, to end it, and how often they want mail."""
    follower = follower_of(token)
    if follower is None:
        return gone(request)
    if request.method != "POST":
        return own_page(
            request,
            follower,
            RhythmForm(initial={"rhythm": follower.rhythm}),
        )
    if "end" in request.POST:
        return end_one(request, follower)
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return own_page(request, follower, form, status=422)
    follower.rhythm = form.cleaned_data["rhythm"]
    follower.save(update_fields=["rhythm"])
    return redirect(request.path)


def end_one(request, follower):
    """End one of the things that somebody follows; one that ended already, or of somebody else, changes nothing."""
    number = asked_text(request.POST, "end")
    follow = None
    if number.isdecimal() and len(number) < 19:
        follow = follower.follows.filter(pk=number).first()
    if follow and end(follow=follow):
        return render(request, "following/follower_stopped.html", PAGE)
    return redirect(request.path)


def own_page(request, follower, form, status=200):
    """What somebody follows."""
    context = {
        "follower": follower,
        "follows": follower.follows.confirmed(),
        "form": form,
    }
    context["stop_path"] = stop_path(follower)
    return render(
        request,
        "following/follower_detail.html",
        PAGE | context,
        status=status,
    )


@kept_private("GET", "HEAD", "POST")
def follower_stop(request, token):
    """End everything: one press for people, one request for a mail program, without cookies (RFC 8058)."""
    follower = leaver_of(token)
    if request.method == "POST":
        if follower:
            stop(follower=follower)
        return render(request, "following/follower_stopped.html", PAGE)
    if follower is None:
        return render(request, "following/follower_stopped.html", PAGE)
    return render(
        request,
        "following/follower_stop.html",
        PAGE | {"count": follower.follows.confirmed().count()},
    )


@kept_private("GET", "HEAD", "POST")
def news_dismiss(request, token):
    """Hear no more of one page."""
    follower, news = dismissed_by(token)
    if follower is None or news is None:
        return gone(request)
    is_done = request.method == "POST"
    if is_done:
        dismiss(follower=follower, news=news)
    context = {
        "items": items_of([news], timezone.now()),
        "is_done": is_done,
        "own_page": own_path(follower),
    }
    return render(request, "following/news_dismiss.html", PAGE | context)


def gone(request):
    """A link that is not ours, or of what ended."""
    return render(request, "following/gone.html", PAGE, status=410)
