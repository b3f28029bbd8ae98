"""The pile of documents to read: letting their texts come in, with progress, and which is next."""

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from opportunities.choices import IntakeState

from . import intake
from .forms import PileForm
from .queue import (
    by_municipality,
    documents_to_read,
    next_to_read,
    progress_of,
    without_text,
)

PER_PAGE = 100
# what is said of one, and of more
STANDS = ("tekst staat", "teksten staan")
WAITS = ("tekst wacht", "teksten wachten")
TRIES = ("tekst wordt", "teksten worden")
AGREEMENTS = ("akkoord staat", "akkoorden staan")


def policy_queue(request):
    """All documents in force that this curator keeps, how far they are, and what can be done with the pile."""
    documents = documents_to_read(request.user)
    form = PileForm()
    if request.method == "POST" and "pile" in request.POST:
        form = PileForm(request.POST, request.FILES)
        if form.is_valid():
            take_pile(request, documents, form.cleaned_data["files"])
            return redirect("curator:policy_queue")
    elif request.method == "POST":
        press(request, documents)
        return redirect("curator:policy_queue")
    context = {
        "title": "Beleid lezen",
        "page": Paginator(documents, PER_PAGE).get_page(request.GET.get("pagina")),
        "progress": progress_of(documents),
        "to_fetch": without_text(documents).count(),
        "next": next_to_read(request.user),
        "form": form,
    }
    return TemplateResponse(
        request,
        "admin/policy_queue.html",
        admin.site.each_context(request) | context,
    )


def press(request, documents):
    """Do what the button says, and say what happened."""
    button = request.POST.get("button")
    if button == "fetch":
        chosen = list(without_text(documents))
        intake.put_in_queue(chosen)
        messages.success(
            request,
            f"{counted(len(chosen), STANDS)} in de rij. Je hoeft er niet bij te blijven.",
        )
    elif button == "stop":
        count = intake.stop(documents)
        messages.success(
            request,
            f"Gestopt. {counted(count, WAITS)} tot jij verdergaat.",
        )
    elif button == "resume":
        count = intake.take_up_again(documents, IntakeState.STOPPED)
        messages.success(
            request,
            f"{counted(count, STANDS)} weer in de rij.",
        )
    elif button == "again":
        count = intake.take_up_again(documents, IntakeState.REFUSED)
        messages.success(
            request,
            f"{counted(count, TRIES)} opnieuw geprobeerd.",
        )


def take_pile(request, documents, files):
    """Put each file in the queue for the agreement of the municipality in its name; say which have none."""
    unknown = []
    count = 0
    for document, file in by_municipality(documents, files):
        if document is None:
            unknown.append(file.name)
        else:
            intake.put_in_queue([document], file)
            count += 1
    if count:
        messages.success(
            request,
            f"{counted(count, AGREEMENTS)} in de rij.",
        )
    for name in unknown:
        messages.error(
            request,
            f"‘{name}’: in de naam staat geen gemeente waarvan jij hier een akkoord hebt.",
        )


def counted(count, words):
    """The number with what it is about: ``1 tekst staat``, ``3 teksten staan``."""
    one, more = words
    if count == 1:
        return f"1 {one}"
    return f"{count} {more}"
