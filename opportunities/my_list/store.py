"""Where the list of a reader is: in the session of the browser, and with an account in the account."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest

from accounts.models import User
from opportunities.models import OwnList

from .changes import joined

KEY = "lijst"


def saved(request: HttpRequest) -> list[dict]:
    """What the reader saved; what they saved before they logged in moves into the account here."""
    in_browser = entries_in_browser(request)
    if not request.user.is_authenticated:
        return in_browser
    if in_browser:
        return change(request, list)
    own = OwnList.objects.filter(user=request.user).first()
    if own is None:
        return []
    return own.entries


def entries_in_browser(request: HttpRequest) -> list[dict]:
    """What stands in the session; a visitor who never saved anything has none, and gets none."""
    is_new = request.session.modified  # this very request saved the first one
    if not request.session.session_key and not is_new:
        return []
    return list(request.session.get(KEY, []))


def change(
    request: HttpRequest,
    changed: Callable[[list[dict]], list[dict]],
) -> list[dict]:
    """Change the list with a function of the entries; returns the new list."""
    in_browser = entries_in_browser(request)
    if request.user.is_authenticated:
        entries = change_own(request.user, in_browser, changed)
        keep_in_browser(request, [])
        return entries
    entries = changed(in_browser)
    keep_in_browser(request, entries)
    return entries


@transaction.atomic
def change_own(
    user: User,
    in_browser: list[dict],
    changed: Callable[[list[dict]], list[dict]],
) -> list[dict]:
    """Change the list of an account, with what is still in the browser; two presses at once wait for each other."""
    OwnList.objects.get_or_create(user=user)
    own = OwnList.objects.select_for_update().get(user=user)
    own.entries = changed(joined(own.entries, in_browser))
    own.save()
    return own.entries


def keep_in_browser(request: HttpRequest, entries: list[dict]) -> None:
    """Put the list into the session; an empty one needs none."""
    if entries:
        request.session[KEY] = entries
    elif KEY in request.session:
        del request.session[KEY]
