"""What somebody sees of their own account, and ends of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from visitors.asked import asked_text

from .sessions import end_noted_sessions, open_sessions

ALL_OTHERS = "andere"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def session_list(request):
    """Where somebody is logged in; a button ends it in one other browser, one more in all of them."""
    current = request.session.session_key
    sessions = open_sessions(request.user)
    others = [session for session in sessions if session.session_key != current]
    if request.method == "POST":
        return end_chosen(request, others)
    context = {
        "sessions": sessions,
        "current": current,
        "others": others,
        "all_others": ALL_OTHERS,
    }
    return render(request, "account/session_list.html", context)


def end_chosen(request, others):
    """End one of the other sessions by its number, or all of them; one that is gone already needs no complaint."""
    chosen = asked_text(request.POST, "end")
    ended = [session for session in others if chosen in (str(session.pk), ALL_OTHERS)]
    end_noted_sessions(ended)
    if ended:
        messages.success(request, "Daar ben je nu uitgelogd.")
    return redirect("account_sessions")
