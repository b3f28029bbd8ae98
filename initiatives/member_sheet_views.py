"""The pages under ``/mijn/bestand/``: a library's own examples out as a spreadsheet, and back with changes."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from curation.texts import posted_text
from spreadsheets.sandbox import RefusedSheetError
from spreadsheets.writing import FORMATS, TooLongError, download
from visitors.limits import is_allowed_for

from .member_sheet_forms import SheetForm
from .member_sheets import (
    RefusedFileOfMemberError,
    read_file,
    take_in,
    token_of,
    write_own,
)

HOUR = timedelta(hours=1)
MOST_FILES = 30  # per member and hour
TOO_OFTEN = "Je hebt nu veel bestanden gestuurd. Probeer het over een uur nog eens."


@login_required
def sheet(request):
    """Where the file is downloaded and sent back; what a file would change is shown before anything happens."""
    check_is_member(request.user)
    if request.method != "POST":
        return page(request, SheetForm())
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, form, status=422)
    now = timezone.now()
    whom = str(request.user.pk)
    if not is_allowed_for(
        whom,
        "bestand van een lid",
        at_most=MOST_FILES,
        per=HOUR,
        now=now,
    ):
        form.add_error(None, TOO_OFTEN)
        return page(request, form, status=429)
    try:
        read = read_file(form.cleaned_data["file"], request.user)
        context = {
            "read": read,
            "token": token_of(read, request.user),
        }
    except (RefusedSheetError, RefusedFileOfMemberError) as error:
        form.add_error("file", str(error))
        return page(request, form, status=422)
    context["replaced"] = replaced_by(read, request.user)
    return render(request, "members/sheet_preview.html", context)


@login_required
@require_POST
def sheet_save(request):
    """Save what was shown."""
    check_is_member(request.user)
    try:
        saved, proposed = take_in(
            token=request.POST.get("wat", ""),
            explanation=posted_text(request, "explanation"),
            user=request.user,
            now=timezone.now(),
        )
    except RefusedFileOfMemberError as error:
        messages.error(request, str(error))
        return redirect("members:sheet")
    messages.success(request, told_of(saved, proposed))
    return redirect("members:overview")


@login_required
@require_safe
def sheet_file(request, kind):
    """The file, as ``xlsx``, ``ods`` or ``csv``."""
    check_is_member(request.user)
    if kind not in FORMATS:
        raise Http404
    response = download(f"onze-voorbeelden-{timezone.localdate()}.{kind}", kind)
    try:
        write_own(response, kind, request.user)
    except TooLongError as error:
        messages.error(request, str(error))
        return redirect("members:sheet")
    return response


def check_is_member(user):
    """Refuse who works at no library."""
    if not user.memberships.active().exists():
        raise PermissionDenied


def replaced_by(read, user):
    """What the examples are called of which a proposal of this user waits: a new one takes its place."""
    waiting = set(user.proposals.undecided().values_list("initiative_id", flat=True))
    return [line.label for line in read.good if line.initiative.pk in waiting]


def told_of(saved, proposed):
    """What happened, in a sentence."""
    sentences = []
    if saved:
        sentences.append(f"Bewaard: {saved}.")
    if proposed:
        sentences.append(f"Voorgesteld: {proposed}. Een curator kijkt ernaar.")
    return " ".join(sentences) or "Er was niets om te bewaren."


def page(request, form, status=200):
    """The page with both, and what is wrong."""
    context = {"form": form, "kinds": ["xlsx", "ods", "csv"]}
    return render(request, "members/sheet.html", context, status=status)
