"""The list of a reader: saving, changing, and what can be made of it."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from initiatives.models import Initiative
from opportunities import basket
from opportunities.my_list.changes import (
    LONGEST_NOTE,
    is_in,
    moved,
    noted,
    with_one_more,
    without,
)
from opportunities.my_list.files import list_file
from opportunities.my_list.forms import EntryNoteForm, ListShareForm
from opportunities.my_list.shown import shown
from opportunities.my_list.store import change, saved
from search.registry import KINDS
from spreadsheets.writing import FORMATS
from visitors.asked import asked_texts

CHANGES = {
    "omhoog": partial(moved, by=-1),
    "omlaag": partial(moved, by=1),
    "weg": without,
}
NOTHING_CHOSEN = "Kies eerst een of meer voorbeelden: zet er een vinkje bij."
NO_ROOM = (
    f"Op een gespreksnotitie passen hooguit {basket.MOST} voorbeelden, met wat er al in staat. "
    "Kies er minder, of haal er eerst een uit je gespreksnotitie."
)


@require_safe
def my_list_detail(request):
    """What the reader saved, and what can be done with it."""
    return list_page(request, share_form=ListShareForm())


def list_page(request, *, share_form, status=200, **more):
    """The page of the list, with what went wrong."""
    lines = shown(
        saved(request),
        timezone.localdate(),
    )
    context = {
        "lines": lines,
        "has_examples": any(line.is_example for line in lines),
        "share_form": share_form,
        "longest_note": LONGEST_NOTE,
        **more,
    }
    return render(request, "opportunities/my_list_detail.html", context, status=status)


@csrf_exempt  # a token would put a cookie on every page; that of an account goes along from our own pages only
@require_POST
def my_list_save(request, name, slug):
    """Put something into the list, or with ``eraf`` take it out; the reader stays where they are."""
    if name not in KINDS or not KINDS[name].has_pages:
        raise Http404("Dit kun je niet bewaren.")
    page = get_object_or_404(
        KINDS[name].public(timezone.localdate()),
        slug=slug,
    )
    outcome = save_or_take_out(request, name, slug)
    if request.htmx:
        context = {"saves": name, "slug": slug, "told": outcome}
        return render(request, "opportunities/_list_answer.html", context)
    return redirect(f"{page.get_absolute_url()}?lijst={outcome}#lijst-melding")


def save_or_take_out(request, kind, slug):
    """What happened: it is in the list now (*erbij*), out of it (*eraf*), or did not fit (*vol*)."""
    if "eraf" in request.POST:
        change(
            request,
            partial(without, kind=kind, slug=slug),
        )
        return "eraf"
    entries = change(
        request,
        partial(with_one_more, kind=kind, slug=slug),
    )
    return "erbij" if is_in(entries, kind, slug) else "vol"


@csrf_exempt  # as above
@require_POST
def my_list_change(request, name, slug):
    """Move something in the list, take it out, or keep a note at it."""
    what = request.POST.get("doe")
    if what == "notitie":
        form = EntryNoteForm(request.POST)
        if not form.is_valid():
            wrong = {
                "wrong_anchor": f"{name}-{slug}",
                "note_form": form,
            }
            return list_page(request, share_form=ListShareForm(), status=422, **wrong)
        change(
            request,
            partial(noted, kind=name, slug=slug, note=form.cleaned_data["notitie"]),
        )
    elif what in CHANGES:
        change(
            request,
            partial(CHANGES[what], kind=name, slug=slug),
        )
    page = reverse("opportunities:my_list_detail")
    return redirect(f"{page}#{name}-{slug}")


@require_safe
def my_list_file(request, kind):
    """The list as ``pdf`` or a spreadsheet."""
    if kind != "pdf" and kind not in FORMATS:
        raise Http404
    today = timezone.localdate()
    return list_file(
        kind,
        "Mijn lijst",
        shown(saved(request), today),
        today,
    )


@csrf_exempt  # as above
@require_POST
def my_list_note(request):
    """Put the examples that were ticked into the gespreksnotitie, all of them or none."""
    ticked = asked_texts(request.POST, "voorbeeld")
    published = Initiative.objects.published().filter(slug__in=ticked)
    added = set(published.values_list("slug", flat=True))
    chosen = {initiative.slug for initiative in basket.still_there(request)}
    if not added:
        return list_page(
            request,
            share_form=ListShareForm(),
            status=422,
            note_problem=NOTHING_CHOSEN,
        )
    if len(added | chosen) > basket.MOST:
        problem = {"note_problem": NO_ROOM, "ticked": added}
        return list_page(
            request,
            share_form=ListShareForm(),
            status=422,
            **problem,
        )
    for slug in ticked:
        if slug in added:
            basket.add(request, slug)
    return redirect("opportunities:basket_detail")
