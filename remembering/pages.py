"""Pages that are the same for everybody who is not logged in are made once, until something that they read changes."""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import partial, wraps

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from .choices import ContentKind
from .memory import MEMORY, KeptPage
from .models import ContentVersion

View = Callable[..., HttpResponseBase]
Turn = Callable[[datetime], datetime | None]


def remembered(
    *more: ContentKind,
    parameters: tuple[str, ...] = (),
    until: Turn | None = None,
) -> Callable[[View], View]:
    """Decorate a view whose page depends on its address, the content, the day, and nothing about who asks.

    ``more`` is what it reads besides the content, ``parameters`` those that its address may have: with any other
    the page is made each time, since somebody may have typed it. ``until(now)`` is when it changes within the day.
    """
    kinds = (ContentKind.CONTENT, *more)

    def decorate(view: View) -> View:
        @wraps(view)
        def page(
            request: HttpRequest,
            *args: object,
            **kwargs: object,
        ) -> HttpResponseBase:
            if not is_from_anybody(request, parameters):
                return view(request, *args, **kwargs)
            make = partial(view, request, *args, **kwargs)
            return recalled(request, make, kinds, until)

        return page

    return decorate


def recalled(
    request: HttpRequest,
    make: View,
    kinds: tuple[ContentKind, ...],
    until: Turn | None,
) -> HttpResponseBase | None:
    """The remembered page, or else one that is made and remembered; what it is made from is read before it is made.

    Both are read from one database, the primary or a replica: a page that was begun on one and ended on the other
    might be older than the version that was read, so it is not remembered.
    """
    now = timezone.now()
    read_from = ContentVersion.objects.db
    made_from = content_of(kinds, now)
    address = request.build_absolute_uri()
    page = MEMORY.recall(address)
    if page is None or not page.holds(made_from, now):
        ends_at = None
        if until:
            ends_at = until(now)
        response = make()
        is_of_one = ContentVersion.objects.db == read_from
        if not (made_from and is_of_one and is_for_everybody(request, response)):
            return response
        page = KeptPage.of(response, made_from, ends_at)
        MEMORY.keep(address, page)
    return page.answer(request)


def is_from_anybody(
    request: HttpRequest,
    parameters: tuple[str, ...],
) -> bool:
    """Whether nothing in the request says who asks, what they chose before, or what they typed."""
    if request.method != "GET" or not settings.MOST_REMEMBERED:
        return False
    is_piece_of_page = "HX-Request" in request.headers
    is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
    has_message = settings.MESSAGES_COOKIE in request.COOKIES
    if is_piece_of_page or is_known or has_message:
        return False
    return request.GET.keys() <= set(parameters)


def content_of(
    kinds: tuple[ContentKind, ...],
    now: datetime,
) -> Hashable:
    """The content and day that a page is made from, as a value to compare; ``None`` where nothing was ever stored."""
    versions = dict(ContentVersion.objects.values_list("kind", "version"))
    if ContentKind.CONTENT not in versions:
        return None
    return timezone.localdate(now), *[versions.get(kind) for kind in kinds]


def is_for_everybody(
    request: HttpRequest,
    response: HttpResponseBase,
) -> bool:
    """Whether this is a whole page in which nothing is meant for one reader: no session, cookie or token."""
    has_token = "CSRF_COOKIE_NEEDS_UPDATE" in request.META
    is_own = (
        has_token
        or request.session.modified
        or response.cookies
        or "Cache-Control" in response
    )
    return response.status_code == 200 and not response.streaming and not is_own
