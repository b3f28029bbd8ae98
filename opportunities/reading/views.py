"""Reading one document of policy: its text with suggestions, beside the passages that were marked."""

from itertools import chain

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from opportunities.models import PolicyDocument

from . import intake
from .by_theme import themes_in_text
from .forms import PassageForm, SourceForm, ToldForm
from .queue import next_to_read
from .suggestions import only_suggested, read_text

# ways to show a text: what stands behind ?toon=, and what the link to it says
BY_THEME = "themas"
ONLY_SUGGESTED = "voorstellen"
ALL = ""
WAYS = {
    BY_THEME: "Per thema",
    ONLY_SUGGESTED: "Zinnen met een voorstel",
    ALL: "De hele tekst",
}
ALL_READ = (
    "Dit stuk is nu helemaal gelezen. Thema’s zonder passage tellen als ‘niet genoemd’."
)


def policy_reading(request, pk):
    """A document with its text beside the passages; what may be about a theme is marked to choose from.

    ``toon=voorstellen`` leaves out every other sentence, ``toon=themas`` shows the most telling ones theme by theme.
    """
    documents = PolicyDocument.objects.select_related("municipality", "intake")
    document = get_object_or_404(documents, pk=pk)
    may_change = request.user.has_perm("opportunities.change_policydocument", document)
    forms = {
        "form": PassageForm(document=document),
        "source_form": SourceForm(),
    }
    if request.method == "POST":
        if not may_change:
            raise PermissionDenied
        answer = write(request, document, forms)
        if answer:
            return answer
    return reading_page(request, document, forms, may_change)


def reading_page(request, document, forms, may_change):
    """The page, with what is wrong in the forms."""
    shown = way_of_showing(request)
    sections = read_text(document.text)
    passages = document.passages.select_related("theme")
    themes = []
    if shown == BY_THEME:
        themes = themes_in_text(sections, passages)
        sections = []
    elif shown == ONLY_SUGGESTED:
        sections = only_suggested(sections)
    context = {
        "title": f"Lezen: {document}",
        "document": document,
        "sections": sections,
        "themes": [theme for theme in themes if not theme.is_silent],
        "silent_themes": [theme.theme for theme in themes if theme.is_silent],
        "shown": shown,
        "ways": WAYS,
        "passages": passages,
        "intake": getattr(document, "intake", None),
        "is_busy": hasattr(document, "intake")
        and document.intake.state in intake.BEING_DONE,
        "next": next_to_read(request.user, document),
        "may_change": may_change,
    }
    context = admin.site.each_context(request) | context | forms
    return TemplateResponse(request, "admin/policy_reading.html", context)


def way_of_showing(request):
    """Which of the ways was asked for; the whole text for anything else."""
    way = request.GET.get("toon", ALL)
    return way if way in WAYS else ALL


def write(request, document, forms):
    """Do what was asked; nothing where a form has a mistake."""
    if "read" in request.POST:
        return read_to_the_end(request, document)
    if "source" in request.POST:
        return take_text_in(request, document, forms)
    if "passage" in request.POST:
        return tell(request, document)
    return mark(request, document, forms)


def mark(request, document, forms):
    """Keep a passage, and go on where the curator was."""
    form = PassageForm(request.POST, document=document)
    forms["form"] = form
    if not form.is_valid():
        return None
    passage = form.save()
    messages.success(request, f"Gemarkeerd bij {passage.theme}.")
    return back_to(request, document)


def tell(request, document):
    """Keep what a passage says in our own words."""
    number = request.POST["passage"]
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    passage = get_object_or_404(document.passages, pk=number)
    form = ToldForm(request.POST, instance=passage)
    if form.is_valid():
        form.save()
        messages.success(request, "Bewaard. Lezers zien nu deze woorden.")
    else:
        sentences = chain.from_iterable(form.errors.values())
        messages.error(request, " ".join(sentences))
    return back_to(request, document)


def take_text_in(request, document, forms):
    """Put the text of a file or an address in the queue."""
    form = SourceForm(request.POST, request.FILES)
    forms["source_form"] = form
    if not form.is_valid():
        return None
    url = form.cleaned_data["url"]
    file = form.cleaned_data["file"]
    if url and not file:
        document.url = url
        document.full_clean(exclude=["text"])
        document.save(update_fields=["url"])
    intake.put_in_queue([document], file)
    messages.success(
        request,
        "De tekst wordt opgehaald. Dat duurt meestal een halve minuut.",
    )
    return back_to(request, document)


def read_to_the_end(request, document):
    """Now a theme that has no passage is one that the document does not mention."""
    document.read_on = timezone.localdate()
    document.save(update_fields=["read_on"])
    messages.success(request, ALL_READ)
    return back_to(request, document)


def back_to(request, document):
    """The same page, at the sentence or theme where the curator was."""
    address = reverse("curator:policy_reading", args=[document.pk])
    way = way_of_showing(request)
    if way != ALL:
        address += f"?toon={way}"
    anchor, field = ("thema", "theme") if way == BY_THEME else ("zin", "sentence")
    number = request.POST.get(field, "")
    if number.isdecimal() and len(number) < 8:
        address += f"#{anchor}-{number}"
    return redirect(address)
