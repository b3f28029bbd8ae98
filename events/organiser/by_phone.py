"""Somebody who phoned is registered by who organises; where it is full they wait, like everybody."""

from dataclasses import replace

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from events.actions.by_hand import add_person
from events.actions.refused import RefusedError
from events.known_organisations import organisations_now
from events.models import Event

from .access import page_of
from .mending_forms import ReasonField
from .walk_in_form import WalkInForm

MAIL_TO_CONFIRM = "Daar gaat een mail heen om het adres te bevestigen. Zonder adres komt er geen mail."


class ByPhoneForm(WalkInForm):
    """Who phoned, and why who organises fills the form in."""

    takes_part_online = forms.BooleanField(
        required=False,
        label="Doet online mee",
    )
    reason = ReasonField()

    def __init__(self, event, data=None):
        super().__init__(event, data)
        self.fields["email"].help_text = MAIL_TO_CONFIRM
        if event.attendance != Event.Attendance.HYBRID:
            del self.fields["takes_part_online"]
        self.order_fields([name for name in self.fields if name != "reason"])

    def person(self, today):
        """Who this is, and how they take part where both can be."""
        return replace(
            super().person(today),
            takes_part_online=self.cleaned_data.get("takes_part_online", False),
        )


@require_http_methods(["GET", "POST"])
def add_attendee(request, event):
    """Register one person; the page of the new attendee says how they stand."""
    form = ByPhoneForm(event, request.POST or None)
    if request.method == "POST" and form.is_valid():
        registration = added(request, event, form)
        if registration:
            place = registration.get_place_display().lower()
            messages.success(request, f"{registration} is toegevoegd: {place}.")
            return redirect("admin:events_registration_change", registration.pk)
    organisations = organisations_now(timezone.localdate())
    return page_of(
        request,
        event,
        "attendee_add",
        "Iemand toevoegen",
        form=form,
        organisations=organisations,
    )


def added(request, event, form):
    """The new registration; ``None`` where the form says why it cannot be."""
    now = timezone.now()
    person = form.person(timezone.localdate(now))
    values = {}
    for name in ("key", "amount", "reason", "is_other"):
        values[name] = form.cleaned_data[name]
    try:
        return add_person(
            event=event,
            person=person,
            now=now,
            user=request.user,
            **values,
        )
    except RefusedError as error:
        form.refuse(error)
        return None
