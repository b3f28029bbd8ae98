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
from events.models import DataAccess, PersonalNeeds, Place, Registration
from events.printing.pdf import badges_pdf, sign_list_pdf
from spreadsheets.writing import FORMATS, write_sheet

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
    page = Paginator(_chosen(event, form), PER_PAGE).get_page(request.GET.get("pagina"))
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


def _chosen(event, form):
    return form.chosen(event.registrations.for_lists().select_related("host"))


@shows_attendees(Kind.LIST_FILE)
@require_safe
def attendees_file(request, event):
    """The same list as a file."""
    found = _chosen(event, AttendeeFilter(event, request.GET))
    return sheet_answer(request, event, "deelnemers", lists.ATTENDEE_COLUMNS, lists.attendee_rows(found))


def sheet_answer(request, event, name, columns, rows):
    """A spreadsheet as a download; ``soort`` in the address says of which kind."""
    kind = request.GET.get("soort", "csv")
    if kind not in FORMATS:
        raise Http404
    file = BytesIO()
    write_sheet(file, kind, columns, rows)
    return file_answer(file.getvalue(), event, name, kind, FORMATS[kind])


@shows_attendees(Kind.WISHES)
@require_safe
def wishes(request, event):
    """What people eat and need, counted and with their names."""
    needs = PersonalNeeds.objects.filter(registration__event=event, registration__place=Place.CONFIRMED)
    found = list(needs.select_related("registration").order_by("registration__name"))
    tables = [("Eten en drinken", _counted(found, "diet")), ("Toegankelijkheid", _counted(found, "access"))]
    return page_of(request, event, "wishes", "Wensen", tables=tables)


def _counted(needs, field):
    """(wish, names) of every wish, what most want first; written differently in capitals it is the same."""
    words, names = {}, defaultdict(list)
    for each in needs:
        wish = " ".join(getattr(each, field).split())
        if wish:
            words.setdefault(wish.casefold(), wish)
            names[wish.casefold()].append(str(each.registration))
    return sorted(((words[key], who) for key, who in names.items()), key=lambda row: (-len(row[1]), row[0]))


def paying_bookings(event):
    """Bookings of which somebody with a place pays, with those people as ``paying``."""
    paying = Registration.objects.confirmed().filter(event=event, amount__gt=0)
    people = Prefetch("registrations", paying.select_related("tier").order_by("pk"), to_attr="paying")
    return event.bookings.filter(pk__in=paying.values("booking")).prefetch_related(people)


@shows_attendees(Kind.INVOICES)
@require_safe
def invoices(request, event):
    """Whom to send an invoice, for whom and how much."""
    rows = [(booking, lists.total_of(booking)) for booking in paying_bookings(event)]
    return page_of(request, event, "invoices", "Facturen", rows=rows, total=sum(total for _, total in rows))


@shows_attendees(Kind.INVOICES_FILE)
@require_safe
def invoices_file(request, event):
    """The same as a file, for who keeps the books."""
    return sheet_answer(request, event, "facturen", lists.INVOICE_COLUMNS, lists.invoice_rows(paying_bookings(event)))


# --- on paper ---------------------------------------------------------------------------------------
@shows_attendees(Kind.BADGES)
@require_safe
def badges(request, event):
    """Name badges of everybody with a place, to print and cut."""
    found = list(_on_paper(event, request))
    if not found:
        messages.error(request, NOBODY_YET)
        return redirect(address_of(event, "attendees"))
    return file_answer(badges_pdf(event, found), event, "naamkaartjes", "pdf", "application/pdf")


@shows_attendees(Kind.SIGN_LIST)
@require_safe
def sign_list(request, event):
    """A list with a place to sign, of everybody or of one session (``session``)."""
    session = _session_of(event, request)
    found = list(_on_paper(event, request))
    return file_answer(sign_list_pdf(event, session, found), event, "tekenlijst", "pdf", "application/pdf")


def _on_paper(event, request):
    """Who has a place, by name; in one session where the address says so."""
    found = event.registrations.confirmed().select_related("organisation", "event").order_by("name", "pk")
    session = _session_of(event, request)
    if session:
        return found.filter(session_choices__session=session, session_choices__place=Place.CONFIRMED)
    return found


def _session_of(event, request):
    """The session of the address; none where it says nothing or nonsense."""
    form = AttendeeFilter(event, request.GET)
    form.is_valid()
    return form.cleaned_data.get("session")
