"""Making a gespreksnotitie, and the note itself: as a page, a PDF and a document."""

from datetime import timedelta

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from accounts.private_pages import kept_private
from contact.limits import is_allowed
from opportunities.notes.actions import keep_note
from opportunities.notes.content import compose
from opportunities.notes.docx import note_docx
from opportunities.notes.drafts import Draft, asked_municipality, with_words_for
from opportunities.notes.forms import MOST_EXAMPLES, MOST_THEMES, NoteForm, OptionalCalculationForm
from opportunities.notes.links import keeper_token, kept_note, shown_note
from opportunities.notes.pdf import note_pdf
from partners.models import Municipality

MOST_NOTES = 60  # per internet address and hour: a library shares one
TOO_MANY = "Er zijn vanaf dit adres nu veel notities gemaakt. Probeer het over een uur nog eens."
FILES = {
    "pdf": (note_pdf, "application/pdf"),
    "docx": (note_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@csrf_exempt  # nobody is logged in here; a token would put a cookie on the page
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def note_create(request):
    """The form with what the note becomes beside it; ``stap=bekijk`` only shows, otherwise the note is kept."""
    return _note_form(request, note=None)


@kept_private("GET", "HEAD", "POST")
@vary_on_headers("HX-Request")
def note_edit(request, token):
    """The same form with what was chosen before; the note keeps its address."""
    note = kept_note(token, timezone.localdate())
    return _note_form(request, note=note)


def _note_form(request, note):
    today = timezone.localdate()
    draft = _draft(request, note, today)
    if draft is None:
        return _choose_municipality(request, today)
    form, calculation = NoteForm(draft.data, today=today), OptionalCalculationForm(draft.data)
    is_right = form.is_valid() & calculation.is_right()
    content = _content(form, calculation, today) if is_right else None
    if request.htmx:
        return render(request, "opportunities/_note_preview.html", {"content": content, "form": form})
    if request.method == "POST" and is_right and request.POST.get("stap") != "bekijk":
        kept = _kept(request, form, calculation, content, note, today)
        if kept:
            return redirect("opportunities:note_manage", keeper_token(kept))
    return _form_page(request, draft, form, calculation, content, note)


def _draft(request, note, today):
    """What stands in the form: what was posted, what was kept, or what the address asks for."""
    if request.method == "POST":
        data = with_words_for(request.POST)
        place = asked_municipality(data.get("gemeente", ""), today)
        return Draft(place, data, today) if place else None
    if note:
        place = asked_municipality(note.choices["gemeente"], today)
        return Draft(place, _as_data(note.choices), today) if place else None
    place = asked_municipality(request.GET.get("gemeente", ""), today)
    return Draft.asked(request, place, today) if place else None


def _as_data(choices):
    """Stored choices as a form posts them."""
    data = QueryDict(mutable=True)
    for name, value in (choices | choices.get("rekenhulp", {})).items():
        if isinstance(value, list):
            data.setlist(name, value)
        elif isinstance(value, str):
            data[name] = value
    return data


def _content(form, calculation, today):
    assumptions = calculation.assumptions if calculation.is_wanted else None
    return compose(form=form, calculation=assumptions, today=today)


def _kept(request, form, calculation, content, note, today):
    """The stored note; ``None``, with the reason in the form, where too many were made."""
    if not is_allowed(request, "notitie", at_most=MOST_NOTES, per=timedelta(hours=1), now=timezone.now()):
        form.add_error(None, TOO_MANY)
        return None
    if form.is_from_robot:
        raise Http404
    return keep_note(form=form, calculation_form=calculation, content=content, today=today, note=note)


def _choose_municipality(request, today):
    asked = (request.POST if request.method == "POST" else request.GET).get("gemeente", "")
    context = {
        "municipalities": Municipality.objects.current(today),
        "asked": asked.replace("\x00", "").strip(),
        "kept_query": [(name, value) for name, value in request.GET.items() if name != "gemeente"],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "opportunities/note_municipality.html", context, status=status)


def _form_page(request, draft, form, calculation, content, note):
    is_sent = request.method == "POST"
    context = {
        "draft": draft,
        "form": form,
        "calculation_form": calculation,
        "content": content,
        "note": note,
        "shows_errors": is_sent,
        "most_themes": MOST_THEMES,
        "most_examples": MOST_EXAMPLES,
    }
    is_wrong = is_sent and (form.errors or not calculation.is_right())
    status = 429 if TOO_MANY in form.non_field_errors() else 422 if is_wrong else 200
    return render(request, "opportunities/note_form.html", context, status=status)


@kept_private("GET", "HEAD")
def note_detail(request, token):
    """The note as two sheets of paper, for whoever has the link."""
    note = shown_note(token, timezone.localdate())
    return render(request, "opportunities/note_detail.html", {"note": note, "content": note.content})


@kept_private("GET", "HEAD")
def note_file(request, token, kind):
    """The note as ``pdf`` or ``docx``."""
    note = shown_note(token, timezone.localdate())
    make, content_type = FILES[kind]
    response = HttpResponse(make(note.content), content_type=content_type)
    name = f"gespreksnotitie-{slugify(note.content['municipality'])}.{kind}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=kind != "pdf", filename=name)
    return response


@kept_private("GET", "HEAD")
def note_manage(request, token):
    """For who made it: the address to pass on, the files, changing and deleting."""
    note = kept_note(token, timezone.localdate())
    context = {"note": note, "token": token}
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
