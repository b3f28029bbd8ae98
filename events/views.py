"""The public agenda: what comes, what was, months, single events, and all of that for calendars."""

import hashlib
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from django.views.decorators.http import require_safe

from curation.moved_pages import redirect_to_kept
from remembering.choices import ContentKind
from remembering.pages import remembered

from .calendars import calendar_of_events
from .filters import LABELS, EventFilter
from .free_places import is_full
from .models import Event, EventPhoto
from .months import Month
from .programme import programme_of
from .registering import opens_later, state_at, why_closed
from .turns import next_turn

PER_PAGE = 20
FEED_LOOKS_BACK = timedelta(days=365)
MOST_EDITIONS = 20
ASKED = (*LABELS, "pagina")
ABOUT = [
    f"citations__{name}" for name in ("initiative", "theme", "network", "organisation")
]


@remembered(ContentKind.PLACES, parameters=ASKED, until=next_turn)
@require_safe
def event_list(request):
    """Events whose last day has not passed, the first to come first."""
    events = Event.objects.published().upcoming(timezone.localdate())
    return _event_list(request, events, "events/event_list.html")


@remembered(ContentKind.PLACES, parameters=ASKED, until=next_turn)
@require_safe
def past_list(request):
    """Events whose last day has passed, the latest first."""
    return _event_list(
        request,
        Event.objects.published().past(timezone.localdate()),
        "events/past_list.html",
    )


@remembered(ContentKind.PLACES, parameters=ASKED, until=next_turn)
@require_safe
def month(request, year=None, month=None):
    """A month with its days, this one unless the address says which."""
    today = timezone.localdate()
    filterset = EventFilter(request.GET)
    shown = Month(year, month) if year is not None else Month(today.year, today.month)
    if not shown.exists:
        raise Http404
    events = list(
        filterset.narrow(Event.objects.published())
        .between(shown.first, shown.last)
        .for_cards()
    )
    context = {
        "filter": filterset,
        "month": shown,
        "weeks": shown.weeks(events),
        "undated": [event for event in events if event.date_note],
        "count": len(events),
        "today": today,
    }
    return render(request, "events/month.html", context)


@require_safe
def feed(request):
    """What comes and what was in the last year, for programs that look again now and then."""
    since = timezone.localdate() - FEED_LOOKS_BACK
    events = EventFilter(request.GET).narrow(Event.objects.published()).upcoming(since)
    return _calendar(request, events, "agenda.ics")


@remembered(ContentKind.PLACES, until=next_turn)
@require_safe
def event_detail(request, slug):
    """One event with its programme, and afterwards its report; one that was merged leads to the other."""
    event = (
        Event.objects.published()
        .for_page()
        .prefetch_related(*ABOUT)
        .filter(slug=slug)
        .first()
    )
    if event is None:
        return redirect_to_kept(Event.objects.published(), slug)
    return detail_page(request, event, timezone.now())


def detail_page(request, event, now, **more):
    """The page of an event that comes from ``for_page()``; ``more`` is what a preview says besides."""
    editions = (
        Event.objects.published()
        .exclude(pk=event.pk)
        .filter(series=event.series_id)
        .prefetch_related("days")
    )
    context = {
        "event": event,
        "state": state_at(event, now),
        "why_closed": why_closed(event, now),
        "opens_later": opens_later(event, now),
        "is_full": is_full(event),
        "is_over": event.is_over_on(timezone.localdate(now)),
        "programme": programme_of(event),
        "editions": editions.order_by("-starts_on", "pk")[:MOST_EDITIONS]
        if event.series_id
        else [],
        "reactions": event.reactions.newest(),
        "agreements": event.agreements.published().for_list(),
    }
    return render(request, "events/event_detail.html", context | more)


@require_safe
def event_calendar(request, slug):
    """One event for in a calendar; what has no exact day cannot be in one."""
    events = Event.objects.published().filter(
        slug=slug,
        date_note="",
    )
    get_object_or_404(events)
    return _calendar(request, events, f"{slug}.ics")


@require_safe
def photo_file(request, pk):
    """A photo of an event that the public may see."""
    photo = get_object_or_404(
        EventPhoto.objects.published(),
        pk=pk,
    )
    return FileResponse(photo.image.open(), content_type="image/jpeg")


def _event_list(request, events, template):
    filterset = EventFilter(request.GET)
    narrowed = filterset.narrow(events)
    context = {
        "filter": filterset,
        "page": Paginator(narrowed.for_cards(), PER_PAGE).get_page(
            request.GET.get("pagina")
        ),
    }
    return render(request, template, context)


def _calendar(request, events, filename):
    """A file to keep; a program that has this version already gets no second one."""
    content = calendar_of_events(
        events.select_related("municipality").prefetch_related("days")
    )
    etag = quote_etag(hashlib.sha256(content).hexdigest())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True,
        filename=filename,
    )
    response["ETag"] = etag
    return get_conditional_response(
        request,
        etag=etag,
        response=response,
    )
