"""Pages for who has a link from a mail: the link is the secret, so nobody else may come to know or keep it."""

from functools import wraps

from django.shortcuts import render

from visitors.private_pages import kept_private

from .links import EventLinkRefusedError, place_token


def by_link(find, *, methods=("GET", "HEAD", "POST")):
    """Give a view what its token stands for, found by ``find``; a link that is not right gets a page that says so."""

    def decorate(view):
        @kept_private(*methods)
        @wraps(view)
        def page(request, token, **others):
            try:
                return view(request, find(token), **others)
            except EventLinkRefusedError as error:
                return refused_page(request, str(error), status=410)

        return page

    return decorate


def refused_page(
    request,
    reason,
    *,
    status,
    registration=None,
    title="Dit kan niet",
):
    """A page that says in one sentence why something cannot be; with a way back to somebody's own page."""
    token = place_token(registration) if registration else ""
    context = {
        "reason": reason,
        "registration": registration,
        "token": token,
        "title": title,
    }
    return render(request, "events/refused.html", context, status=status)
