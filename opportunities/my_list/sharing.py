"""Sharing a list: a copy of that day behind a secret link, for a term. A second link is for who shared it."""

from datetime import date, timedelta

from django.core import signing
from django.http import Http404

from opportunities.keeper_links import secret_in
from opportunities.models import SharedList
from visitors.asked import readable

TERM = timedelta(days=180)
SALT = "gedeelde lijst beheren"


def share_list(
    *,
    title: str,
    entries: list[dict],
    has_notes: bool,
    today: date,
) -> SharedList:
    """Store a copy of the list; without ``has_notes`` what the reader wrote stays at home."""
    copied = []
    for entry in entries:
        note = entry["note"] if has_notes else ""
        copied.append({**entry, "note": note})
    return SharedList.objects.create(
        title=title,
        entries=copied,
        shared_on=today,
        remove_on=today + TERM,
    )


def forget_shared_lists(*, today: date) -> None:
    """Delete copies whose term is over."""
    SharedList.objects.outdated(today).delete()


def keeper_token(shared: SharedList) -> str:
    """A signed text that only who shared it gets."""
    return signing.dumps(shared.token, salt=SALT)


def kept_list(token: str, today: date) -> SharedList:
    """The copy of a keeper's link; ``Http404`` for a link that is not ours or a copy that is gone."""
    return shared_list(secret_in(token, SALT), today)


def shared_list(token: str, today: date) -> SharedList:
    """The copy at a secret address; ``Http404`` where there is none, or no longer."""
    shared = SharedList.objects.kept(today).filter(token=readable(token)).first()
    if shared is None:
        raise Http404("Deze lijst is er niet, of niet meer.")
    return shared
