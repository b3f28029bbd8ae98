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
    form = MailingForm(event, request.POST or None, initial=_initial(request, event))
    preview = None
    if request.method == "POST" and form.is_valid():
        if request.POST.get("doen") == "verstuur":
            return _send(request, event, form.cleaned_data)
        if request.POST.get("doen") == "test":
            _try_out(request, event, form.cleaned_data)
        preview = preview_of(event, form.cleaned_data)
    return page_of(request, event, "mailing", "Mailing", form=form, preview=preview, mailings=_sent(event))


def _initial(request, event):
    """The mail of thanks is written beforehand."""
    if request.GET.get("bedankt") != "ja":
        return {}
    return {"selection": Mailing.Selection.PRESENT, "subject": f"Bedankt voor je komst: {event}"[:150], "body": THANKS}


def _sent(event):
    return event.mailings.select_related("sent_by", "session")


def preview_of(event, values):
    """How many get it, and what the first of them reads."""
    to = chosen(event, values["selection"], values["session"])
    first = to.first()
    return {
        "count": to.count(),
        "to": first,
        "subject": values["subject"],
        "body": body_for(first, values["body"]) if first else values["body"],
    }


def _try_out(request, event, values):
    send_test(event=event, subject=values["subject"], body=values["body"], to=request.user.email)
    messages.success(request, f"De test gaat naar {request.user.email}.")


def _send(request, event, values):
    sent = send_mailing(event=event, user=request.user, now=timezone.now(), **values)
    messages.success(request, f"De mail ‘{sent}’ gaat naar {people(sent.recipients)}.")
    return redirect(address_of(event, "mailing"))


def people(count):
    """``1 persoon``, ``3 personen``."""
    return f"{count} persoon" if count == 1 else f"{count} personen"
