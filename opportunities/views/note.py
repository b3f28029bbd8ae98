"""Making a gespreksnotitie, and the note itself: as a page, a PDF and a document."""

from datetime import timedelta

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from initiatives.models import Theme
from opportunities.notes.actions import keep_note
from opportunities.notes.addresses import municipality_called
from opportunities.notes.content import compose
from opportunities.notes.docx import note_docx
from opportunities.notes.drafts import NoteDraft
from opportunities.notes.earlier import in_todays_shape
from opportunities.notes.forms import (
    MOST_EXAMPLES,
    MOST_THEMES,
    NoteForm,
    OptionalCalculationForm,
)
from opportunities.notes.knowledge import ways_to_share
from opportunities.notes.links import keeper_token, kept_note, shown_note
from opportunities.notes.pdf import note_pdf
from partners.models import Municipality
from remembering.pages import remembered
from visitors.asked import asked_text
from visitors.limits import is_allowed
from visitors.private_pages import kept_private

MOST_NOTES = 60  # per internet address and hour: a library shares one
TOO_MANY = "Er zijn vanaf dit adres nu veel notities gemaakt. Probeer het over een uur nog eens."
FILES = {
    "pdf": (note_pdf, "application/pdf"),
    "docx": (
        note_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}


@csrf_exempt  # nobody is logged in here; a token would put a cookie on the page
@remembered(parameters=("gemeente", "thema"))
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def note_create(request):
    """The form with what the note becomes beside it; ``stap=bekijk`` only shows, otherwise the note is kept."""
    return note_maker(request, note=None)


@kept_private("GET", "HEAD", "POST")
@vary_on_headers("HX-Request")
def note_edit(request, token):
    """The same form with what was chosen before; the note keeps its address."""
    note = kept_note(token, timezone.localdate())
    return note_maker(request, note=note)


def note_maker(request, note):
    """The form of a new note, or of one that is changed: shown, shown with a preview, or kept."""
    today = timezone.localdate()
    draft = draft_for(request, note, today)
    if draft is None:
        return choose_municipality(request, today)
    form = NoteForm(draft.data, request.FILES, today=today)
    calculation_form = OptionalCalculationForm(draft.data)
    forms = {"form": form, "calculation_form": calculation_form}
    content = content_of(form, calculation_form, draft)
    context = forms | {"draft": draft, "content": content, "note": note}
    if request.htmx:
        context["most_examples"] = MOST_EXAMPLES
        return render(request, "opportunities/_note_changes.html", context)
    wants_to_keep = request.method == "POST" and request.POST.get("stap") != "bekijk"
    if wants_to_keep and content and has_room(request, form):
        if form.is_from_robot:
            raise Http404
        more = draft.proposed_in(form.choices) | draft.knowledge.choices
        kept = keep_note(**forms, content=content, more=more, today=today, note=note)
        return redirect("opportunities:note_manage", keeper_token(kept))
    return form_page(request, context)


def draft_for(request, note, today):
    """What is in the form: what was posted, was kept, or is in the address; ``None`` without a municipality."""
    if request.method == "POST":
        data = request.POST
    elif note:
        data = as_data(note.choices)
    else:
        data = request.GET
    municipality = municipality_called(data.get("gemeente", ""), today)
    if municipality is None:
        return None
    if request.method == "POST" or note:
        return NoteDraft.from_form(municipality, data, today)
    return NoteDraft.from_address(request, municipality, today)


def as_data(choices):
    """Stored choices as a form posts them."""
    data = QueryDict(mutable=True)
    values = choices | choices.get("rekenhulp", {})
    for name, value in values.items():
        if isinstance(value, list):
            data.setlist(name, value)
        elif isinstance(value, str):
            data[name] = value
    return data


def content_of(form, calculation_form, draft):
    """What the note becomes; ``None`` where something is wrong in one of the forms."""
    is_form_right = form.is_valid()
    is_calculation_right = calculation_form.is_right()
    is_knowledge_right = draft.knowledge.is_right()
    if not is_form_right or not is_calculation_right or not is_knowledge_right:
        return None
    assumptions = None
    if calculation_form.is_wanted:
        assumptions = calculation_form.assumptions
    return compose(form.cleaned_data, draft.material_with_knowledge, assumptions)


def has_room(request, form):
    """Whether another note may be kept from this address; the reason is in the form where it may not."""
    if is_allowed(
        request,
        "notitie",
        at_most=MOST_NOTES,
        per=timedelta(hours=1),
        now=timezone.now(),
    ):
        return True
    form.add_error(None, TOO_MANY)
    return False


def choose_municipality(request, today):
    """The question for which municipality it is, where that is not clear yet."""
    data = request.GET
    status = 200
    if request.method == "POST":
        data = request.POST
        status = 422
    kept_query = []
    for name, value in request.GET.items():
        if name != "gemeente":
            kept_query.append((name, value))
    context = {
        "municipalities": Municipality.objects.current(today),
        "typed": asked_text(data, "gemeente"),
        "kept_query": kept_query,
    }
    response = render(
        request,
        "opportunities/note_municipality.html",
        context,
        status=status,
    )
    if context["typed"]:
        patch_cache_control(response, private=True)  # nor do we remember what was typed
    return response


def form_page(request, context):
    """The form, with what is wrong in it once it was sent."""
    form = context["form"]
    is_sent = request.method == "POST"
    context |= {
        "shows_errors": is_sent,
        "most_themes": MOST_THEMES,
        "most_examples": MOST_EXAMPLES,
    }
    status = 200
    if TOO_MANY in form.non_field_errors():
        status = 429
    elif is_sent and not context["content"]:
        status = 422
    return render(request, "opportunities/note_form.html", context, status=status)


@kept_private("GET", "HEAD")
def note_detail(request, token):
    """The note as two sheets of paper, for whoever has the link."""
    note = shown_note(token, timezone.localdate())
    content = in_todays_shape(note.content, note.saved_on.isoformat())
    return render(
        request,
        "opportunities/note_detail.html",
        {"note": note, "content": content},
    )


@kept_private("GET", "HEAD")
def note_file(request, token, kind):
    """The note as ``pdf`` or ``docx``."""
    note = shown_note(token, timezone.localdate())
    make, content_type = FILES[kind]
    content = in_todays_shape(note.content, note.saved_on.isoformat())
    response = HttpResponse(
        make(content, bytes(note.logo)),
        content_type=content_type,
    )
    name = f"gespreksnotitie-{slugify(note.content['municipality'])}.{kind}"
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=kind != "pdf",
        filename=name,
    )
    return response


@kept_private("GET", "HEAD")
def note_logo(request, token):
    """The logo on a note."""
    note = shown_note(token, timezone.localdate())
    if not note.logo:
        raise Http404("Deze notitie heeft geen logo.")
    return HttpResponse(bytes(note.logo), content_type="image/png")


@kept_private("GET", "HEAD")
def note_manage(request, token):
    """For the maker of the note: the address to pass on, the files, changing and deleting."""
    note = kept_note(token, timezone.localdate())
    themes = Theme.objects.filter(slug__in=note.choices["thema"])
    context = {
        "note": note,
        "token": token,
        "ways_to_share": ways_to_share(note.choices, themes),
    }
    return render(request, "opportunities/note_manage.html", context)


@kept_private("GET", "HEAD", "POST")
def note_delete(request, token):
    """Ask whether it is sure, and delete at a press on the button."""
    note = kept_note(token, timezone.localdate())
    if request.method == "POST":
        note.delete()
        return render(request, "opportunities/note_deleted.html")
    context = {"note": note, "token": token}
    return render(request, "opportunities/note_delete.html", context)
