"""How the page of a draft looks to readers."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from events.models import Event
from events.views import ABOUT, detail_page


@require_safe
def preview(request, event):
    """The public page; a draft is shown as it is once it is announced."""
    shown = Event.objects.for_page().prefetch_related(*ABOUT).get(pk=event.pk)
    is_draft = shown.state == Event.State.DRAFT
    if is_draft:
        shown.state = Event.State.ANNOUNCED
    return detail_page(request, shown, timezone.now(), is_preview=True, is_draft=is_draft)
