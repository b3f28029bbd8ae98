"""A list that somebody shared: for who has the link, and for who shared it."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from opportunities.my_list.files import list_file
from opportunities.my_list.forms import ListShareForm
from opportunities.my_list.sharing import (
    keeper_token,
    kept_list,
    share_list,
    shared_list,
)
from opportunities.my_list.shown import shown
from opportunities.my_list.store import saved
from spreadsheets.writing import FORMATS
from visitors.limits import is_allowed
from visitors.private_pages import kept_private

from .my_list import list_page

MOST_SHARED = 20  # an hour
TOO_MANY = (
    "Je hebt dit uur al vaak een lijst gedeeld. Probeer het over een uur nog eens."
)


@csrf_exempt  # a token would put a cookie on every page; that of an account goes along from our own pages only
@require_POST
def shared_list_create(request):
    """Make a copy of the list behind a secret link."""
    form = ListShareForm(request.POST)
    entries = saved(request)
    if not form.is_valid():
        return list_page(request, share_form=form, status=422)
    if not entries:
        return redirect("opportunities:my_list_detail")
    now = timezone.now()
    if not is_allowed(
        request,
        "lijst delen",
        at_most=MOST_SHARED,
        per=timedelta(hours=1),
        now=now,
    ):
        form.add_error(None, TOO_MANY)
        return list_page(request, share_form=form, status=429)
    has_notes = form.cleaned_data["met_notities"]
    shared = share_list(
        title=form.title,
        entries=entries,
        has_notes=has_notes,
        today=timezone.localdate(now),
    )
    return redirect("opportunities:shared_list_manage", keeper_token(shared))


@kept_private("GET", "HEAD")
def shared_list_detail(request, token):
    """The list as it was shared."""
    today = timezone.localdate()
    shared = shared_list(token, today)
    context = {
        "shared": shared,
        "lines": shown(shared.entries, today),
    }
    return render(request, "opportunities/shared_list_detail.html", context)


@kept_private("GET", "HEAD")
def shared_list_file(request, token, kind):
    """The list as it was shared, as ``pdf`` or a spreadsheet."""
    if kind != "pdf" and kind not in FORMATS:
        raise Http404
    today = timezone.localdate()
    shared = shared_list(token, today)
    return list_file(
        kind,
        shared.title,
        shown(shared.entries, today),
        today,
    )


@kept_private("GET", "HEAD", "POST")
def shared_list_manage(request, token):
    """For who shared the list: the link to pass on; a press on the button deletes the copy."""
    shared = kept_list(token, timezone.localdate())
    if request.method == "POST":
        shared.delete()
        return render(request, "opportunities/shared_list_deleted.html")
    return render(request, "opportunities/shared_list_manage.html", {"shared": shared})
