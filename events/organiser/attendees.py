"""Who comes: the list, what they need and what they pay, on the screen, as a file and on paper."""

from collections import defaultdict
from io import BytesIO

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from events import lists
from events.last_names import by_last_name
from events.models import DataAccess, Event, PersonalNeeds, Place, Registration
from events.printing.pdf import badges_pdf, sign_list_pdf
from spreadsheets.reports import write_report
from spreadsheets.writing import FORMATS

from . import figures
from .access import address_of, file_answer, page_of, shows_attendees
from .forms import AttendeeFilter

PER_PAGE = 100
NOBODY_YET = "Er is nog niemand met een plek."
Kind = DataAccess.Kind


@shows_attendees(Kind.LIST)
@require_safe
def attendees(request, event):
    """The list, to search and to choose from."""
    form = AttendeeFilter(event, request.GET)
    paginator = Paginator(chosen_attendees(event, form), PER_PAGE)
    page = paginator.get_page(request.GET.get("pagina"))
    return page_of(
        request,
        event,
        "attendees",
        "Deelnemers",
        form=form,
        page=page,
        counts=figures.presence(event),
        query=request.GET.urlencode(),
    )


def chosen_attendees(event, form):
    """The attendees that the form asks for, with all that the list shows of them."""
    attendees = event.registrations.for_lists().select_related("host")
    return form.chosen(attendees)


@shows_attendees(Kind.LIST_FILE)
@require_safe
def attendees_file(request, event):
    """The same list as a file."""
    form = AttendeeFilter(event, request.GET)
    rows = lists.attendee_rows(chosen_attendees(event, form))
    return sheet_answer(request, event, "deelnemers", lists.ATTENDEE_COLUMNS, rows)


def sheet_answer(
    request,
    event,
    name,
    columns,
    rows,
):
    """A spreadsheet as a download; ``soort`` in the address says of which kind."""
    kind = request.GET.get("soort", "csv")
    if kind not in FORMATS:
        raise Http404
    file = BytesIO()
    write_report(file, kind, columns, rows)
    return file_answer(
        file.getvalue(),
        event,
        name,
        kind,
        FORMATS[kind],
    )


@shows_attendees(Kind.WISHES)
@require_safe
def wishes(request, event):
    """What people eat and need, counted and with their names."""
    needs = PersonalNeeds.objects.filter(
        registration__event=event,
        registration__place=Place.CONFIRMED,
    )
    needs = list(needs.select_related("registration"))
    needs.sort(key=lambda need: by_last_name(need.registration))
    diets = [(need.diet, need.registration) for need in needs]
    access = [(need.access, need.registration) for need in needs]
    tables = [
        ("Eten en drinken", names_by_wish(diets)),
        ("Toegankelijkheid", names_by_wish(access)),
    ]
    return page_of(request, event, "wishes", "Wensen", tables=tables)


def names_by_wish(wishes):
    """(wish, names) of every wish, what most want first; written differently in capitals it is the same."""
    spellings = {}
    names = defaultdict(list)
    for text, registration in wishes:
        wish = " ".join(text.split())
        if wish:
            spelling = spellings.setdefault(wish.casefold(), wish)
            names[spelling].append(str(registration))
    by_name = sorted(names.items())
    return sorted(
        by_name,
        key=lambda row: len(row[1]),
        reverse=True,
    )


def paying_bookings(event):
    """Bookings of which somebody with a place pays, with those people as ``paying``; none of what was called off."""
    if event.state == Event.State.CANCELLED:
        return event.bookings.none()
    paying = Registration.objects.confirmed().filter(
        event=event,
        amount__gt=0,
    )
    people = Prefetch(
        "registrations",
        paying.select_related("tier").order_by("pk"),
        to_attr="paying",
    )
    return event.bookings.filter(pk__in=paying.values("booking")).prefetch_related(
        people
    )


@shows_attendees(Kind.INVOICES)
@require_safe
def invoices(request, event):
    """Whom to send an invoice, for whom and how much."""
    rows = [(booking, lists.total_of(booking)) for booking in paying_bookings(event)]
    total = sum(amount for _, amount in rows)
    return page_of(
        request,
        event,
        "invoices",
        "Facturen",
        rows=rows,
        total=total,
    )


@shows_attendees(Kind.INVOICES_FILE)
@require_safe
def invoices_file(request, event):
    """The same as a file, for who keeps the books."""
    rows = lists.invoice_rows(paying_bookings(event))
    return sheet_answer(request, event, "facturen", lists.INVOICE_COLUMNS, rows)


# --- on paper ---------------------------------------------------------------------------------------
@shows_attendees(Kind.BADGES)
@require_safe
def badges(request, event):
    """Name badges of everybody with a place, to print and cut."""
    attendees = with_a_place(event, session_of(event, request))
    if not attendees:
        messages.error(request, NOBODY_YET)
        return redirect(address_of(event, "attendees"))
    return file_answer(
        badges_pdf(event, attendees),
        event,
        "naamkaartjes",
        "pdf",
        "application/pdf",
    )


@shows_attendees(Kind.SIGN_LIST)
@require_safe
def sign_list(request, event):
    """A list with a place to sign, of everybody or of one session (``session``)."""
    session = session_of(event, request)
    content = sign_list_pdf(
        event,
        session,
        with_a_place(event, session),
    )
    return file_answer(content, event, "tekenlijst", "pdf", "application/pdf")


def with_a_place(event, session):
    """Who has a place, by name; in one session where there is one."""
    attendees = event.registrations.confirmed().select_related("organisation", "event")
    if session:
        attendees = attendees.filter(
            session_choices__session=session,
            session_choices__place=Place.CONFIRMED,
        )
    return sorted(attendees, key=by_last_name)


def session_of(event, request):
    """The session of the address; none where it says nothing or nonsense."""
    form = AttendeeFilter(event, request.GET)
    form.is_valid()
    return form.cleaned_data.get("session")
