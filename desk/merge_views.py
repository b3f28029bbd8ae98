"""What was merged, and making two of it again."""

from collections import Counter

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts import kinds
from curation.form_links import form_address
from curation.merging import name_of_rows
from curation.models import FormerAddress, Merge
from curation.moving import model_of
from curation.taking_back import label_of, take_back
from history.restore import RestoreRefusedError

from .pages import desk_page


def merged(request, pk):
    """What a merge did; who may keep what it made may take it back."""
    merge = get_object_or_404(
        Merge.objects.select_related("user", "taken_back_by"),
        pk=pk,
    )
    kept = merge.tracked._base_manager.filter(pk=merge.kept_id).first()
    gone = merge.tracked._base_manager.filter(pk=merge.gone_id).first()
    may_decide = (
        merge.tracked.objects.editable_by(request.user)
        .filter(pk=merge.kept_id)
        .exists()
    )
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied
        return answer_to_taking_back(request, merge)
    context = {
        "merge": merge,
        "kept_address": kept and form_address(kept),
        "gone_address": gone and form_address(gone),
        "moved": moved_in_words(merge),
        "dropped": dropped_in_words(merge),
        "changed": changed_in_words(merge),
        "until": merge.merged_at + Merge.TERM,
        "may_take_back": may_decide and merge.taken_back_at is None,
    }
    return desk_page(request, "admin/merged.html", f"Samengevoegd: {merge}", **context)


def answer_to_taking_back(request, merge):
    """Take it back, and say how that went."""
    try:
        take_back(
            merge=merge,
            user=request.user,
            now=timezone.now(),
        )
    except RestoreRefusedError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            f"‘{merge.gone_name}’ en ‘{merge.kept_name}’ zijn weer twee.",
        )
    return redirect("curator:merged", merge.pk)


def moved_in_words(merge):
    """{plural name: count} of what hangs under what stays since."""
    counts = Counter()
    for label, column, old, _, rows in merge.moved:
        model = model_of(label)
        if old == merge.gone_id and model is not FormerAddress:
            key = kinds.field_of(model, column)
            counts[name_of_rows(key)] += len(rows)
    return dict(counts)


def dropped_in_words(merge):
    """{plural name: count} of what both had."""
    counts = Counter()
    for data in merge.dropped[:-1]:  # the last is what was merged itself
        model = model_of(data["model"])
        counts[kinds.plural_of(model)] += 1
    return dict(counts)


def changed_in_words(merge):
    """The labels of what what stays took over from the other."""
    return [label_of(merge.tracked, name) for name in merge.changed]
