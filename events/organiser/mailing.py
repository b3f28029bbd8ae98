"""A mail of the organiser to some of the attendees: written, looked at, tried, and sent once."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from events.actions.mailing import body_for, chosen, send_mailing, send_test
from events.models import DataAccess, Mailing

from .access import address_of, page_of, shows_attendees
from .forms import MailingForm

THANKS = """Beste {naam},

Bedankt dat je erbij was. Wil je ons laten weten wat je ervan vond? Dat kan tot een paar weken na afloop:
{evaluatie}

De presentaties en foto’s staan op de pagina van de bijeenkomst."""


@shows_attendees(DataAccess.Kind.MAILING)
@require_http_methods(["GET", "POST"])
def mailing(request, event):
    """Write a mail; ``doen`` says whether to look at it, to try it or to send it."""
    initial = {}
    if request.GET.get("bedankt") == "ja":
        initial = thanks_for(event)
    form = MailingForm(event, request.POST or None, initial=initial)
    preview = None
    if request.method == "POST" and form.is_valid():
        step = request.POST.get("doen")
        if step == "verstuur":
            return send(request, event, form.cleaned_data)
        if step == "test":
            try_out(request, event, form.cleaned_data)
        preview = preview_of(event, form.cleaned_data)
    mailings = event.mailings.select_related("sent_by", "session")
    return page_of(request, event, "mailing", "Mailing", form=form, preview=preview, mailings=mailings)


def thanks_for(event):
    """The mail of thanks is written beforehand."""
    subject = f"Bedankt voor je komst: {event}"
    return {"selection": Mailing.Selection.PRESENT, "subject": subject[:150], "body": THANKS}


def preview_of(event, values):
    """How many get it, and what the first of them reads."""
    attendees = chosen(event, values["selection"], values["session"])
    first = attendees.first()
    body = values["body"]
    if first:
        body = body_for(first, body)
    return {"count": attendees.count(), "to": first, "subject": values["subject"], "body": body}


def try_out(request, event, values):
    """Mail the text to who wrote it."""
    send_test(event=event, subject=values["subject"], body=values["body"], to=request.user.email)
    messages.success(request, f"De test gaat naar {request.user.email}.")


def send(request, event, values):
    """Mail it to everybody who was chosen."""
    sent = send_mailing(event=event, user=request.user, now=timezone.now(), **values)
    people = f"{sent.recipients} personen"
    if sent.recipients == 1:
        people = "1 persoon"
    messages.success(request, f"De mail ‘{sent}’ gaat naar {people}.")
    return redirect(address_of(event, "mailing"))
