"""Should those who registered hear what changed? Asked after each change of day, hours, room or place."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods
from unfold.widgets import UnfoldAdminTextareaWidget

from events.actions.announcing import tell_changes, tell_nobody, untold_changes

from .access import address_of, page_of

MAILED = "{} mensen krijgen een mail over wat er veranderd is."
ONE_MAILED = "1 persoon krijgt een mail over wat er veranderd is."
QUIET = "Niemand krijgt een mail over deze verandering."


class TellingForm(forms.Form):
    """What the organiser says with it."""

    note = forms.CharField(
        label="Wil je er iets bij zeggen?",
        required=False,
        max_length=1000,
        help_text="Deze tekst staat in de mail, onder wat er veranderd is.",
        widget=UnfoldAdminTextareaWidget,
    )


@require_http_methods(["GET", "POST"])
def tell(request, event):
    """Show what changed since people last heard, and mail it or not (``doen``)."""
    changes = untold_changes(event)
    form = TellingForm(request.POST or None)
    if request.method == "POST" and request.POST.get("doen") == "niet":
        tell_nobody(event=event)
        messages.success(request, QUIET)
        return redirect(address_of(event, "overview"))
    if request.method == "POST" and form.is_valid():
        count = tell_changes(
            event=event,
            note=form.cleaned_data["note"],
        )
        sentence = ONE_MAILED
        if count != 1:
            sentence = MAILED.format(count)
        messages.success(request, sentence)
        return redirect(address_of(event, "overview"))
    count = event.registrations.live().count()
    return page_of(
        request,
        event,
        "tell",
        "Wat er veranderde",
        form=form,
        changes=changes,
        count=count,
    )
