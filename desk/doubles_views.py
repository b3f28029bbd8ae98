"""Entries that may be one and the same: the list, and two of them side by side."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from curation.comparing import (
    chosen_values,
    compared_fields,
    fingerprint_of_both,
    linked_things,
    posted_choices,
)
from curation.form_links import form_address
from curation.merging import MergeRefusedError, hangs_under
from curation.models import Merge
from curation.pairs import dismiss
from initiatives.review import StepRefusedError

from .double_kinds import AT_ONCE, EXAMPLES, KINDS, begin_comparison, compare_all
from .pages import desk_page
from .tasks import compare_kind

PAIRS_PER_PAGE = 100
MOST_MERGES = 20


def doubles(request):
    """Pairs that look alike and that nobody judged yet, of one kind (``soort``); the button compares once more.

    ``van=mij``: only those about which this user may decide.
    """
    only_mine = request.GET.get("van") == "mij"
    waiting = {}
    for kind in KINDS.values():
        waiting[kind.name] = pairs_to_decide(kind, request.user, only_mine=only_mine)
    tabs = [(kind, waiting[kind.name].count()) for kind in KINDS.values()]
    kind = asked_kind(request, tabs)
    if request.method == "POST":
        return compare_again(request, kind)
    page = Paginator(waiting[kind.name], PAIRS_PER_PAGE).get_page(
        request.GET.get("pagina")
    )
    comparison = kind.comparison
    context = {
        "page": page,
        "kind": kind,
        "tabs": tabs,
        "only_mine": only_mine,
        "comparison": comparison,
        "is_busy": comparison is not None and comparison.is_busy(timezone.now()),
        "merges": Merge.objects.of(kind.model).select_related("user")[:MOST_MERGES],
    }
    return desk_page(request, "admin/doubles.html", "Mogelijke dubbelen", **context)


def pairs_to_decide(kind, user, *, only_mine):
    """Pairs of a kind that nobody judged yet."""
    rows = kind.model.objects.order_by()
    if only_mine:
        rows = kind.editable_by(user)
    return kind.pairs.to_decide(rows.values("pk")).select_related("one", "other")


def asked_kind(request, tabs):
    """The kind that was asked for; else the first of which something waits."""
    name = request.POST.get("soort") or request.GET.get("soort")
    if name in KINDS:
        return KINDS[name]
    if name:
        raise Http404
    for kind, count in tabs:
        if count:
            return kind
    return EXAMPLES


def compare_again(request, kind):
    """Compare all of a kind: at once where that takes less than a second, else in the background."""
    now = timezone.now()
    if not begin_comparison(kind, now):
        messages.info(request, "Het vergelijken is al bezig.")
    elif kind.model.objects.count() <= AT_ONCE:
        compare_all(kind)
        messages.success(request, f"Alle {kind.label} zijn opnieuw vergeleken.")
    else:
        compare_kind.defer(name=kind.name)
    return redirect(f"{reverse('curator:doubles')}?soort={kind.name}")


def compare(request, kind, one, other):
    """Two side by side: choose which stays and what it keeps, or say that they are not the same.

    ``blijft`` is the number of the one that stays.
    """
    kind = kind_or_404(kind)
    both = both_or_404(kind, one, other)
    may_decide = kind.editable_by(request.user).filter(pk__in=both).count() == len(both)
    if request.method != "POST":
        kept, gone = in_order(kind, both, request.GET.get("blijft", ""))
        return comparison_page(request, kind, kept, gone, may_decide=may_decide)
    if not may_decide:
        raise PermissionDenied
    if request.POST.get("besluit") == "verschillend":
        dismiss(kind.pair_model.objects.all(), one, other)
        messages.success(request, "We vragen het niet nog eens.")
        return redirect(f"{reverse('curator:doubles')}?soort={kind.name}")
    if request.POST.get("blijft") not in map(str, both):
        raise Http404
    kept, gone = in_order(kind, both, request.POST["blijft"])
    return answer_to_merge(request, kind, kept, gone)


def answer_to_merge(request, kind, kept, gone):
    """Merge them as was chosen; where that cannot be, show the page again with what was chosen."""
    choices = posted_choices(request.POST, kept)
    errors = {}
    try:
        merge = kind.merge(
            kept=kept,
            gone=gone,
            user=request.user,
            now=timezone.now(),
            chosen=chosen_values(kept, gone, choices),
            seen=request.POST.get("gezien", ""),
        )
    except (MergeRefusedError, StepRefusedError) as error:
        messages.error(request, str(error))
    except ValidationError as error:
        errors = error.message_dict
    else:
        done = f"‘{gone}’ is samengevoegd met ‘{kept}’. Het oude adres leidt daarheen."
        messages.success(request, done)
        return redirect("curator:merged", merge.pk)
    both = both_or_404(kind, kept.pk, gone.pk)
    shown = {
        "may_decide": True,
        "chosen": choices,
        "errors": errors,
    }
    return comparison_page(request, kind, both[kept.pk], both[gone.pk], **shown)


def comparison_page(
    request,
    kind,
    kept,
    gone,
    *,
    may_decide,
    chosen=None,
    errors=None,
):
    """Both side by side."""
    context = {
        "kind": kind,
        "kept": kept,
        "gone": gone,
        "kept_address": form_address(kept),
        "gone_address": form_address(gone),
        "rows": compared_fields(kept, gone, chosen=chosen, errors=errors),
        "links": linked_things(kept, gone),
        "under_kept": hangs_under(kept),
        "under_gone": hangs_under(gone),
        "pair": kind.pair_model.objects.of(kept.pk, gone.pk).first(),
        "seen": fingerprint_of_both(kept, gone),
        "errors": errors or {},
        "may_decide": may_decide,
    }
    return desk_page(request, "admin/double.html", "Is dit hetzelfde?", **context)


def kind_or_404(name):
    """The kind with this name."""
    if name not in KINDS:
        raise Http404
    return KINDS[name]


def both_or_404(kind, one, other):
    """{number: entry} of two different ones of this kind."""
    both = kind.model.objects.in_bulk([one, other])
    if len(both) < 2:
        raise Http404
    return both


def in_order(kind, both, wanted):
    """The one that stays and the one that goes: as was asked, else what the public sees or what was there first."""
    numbers = sorted(both)
    shown = set(
        kind.model.objects.published()
        .filter(pk__in=numbers)
        .values_list("pk", flat=True)
    )
    numbers.sort(key=lambda number: number not in shown)
    if wanted == str(numbers[1]):
        numbers.reverse()
    return both[numbers[0]], both[numbers[1]]
