"""Writing a reaction as a reader does it, by its forms and the links in its mails; and deciding as a curator does."""

import re
from time import time

from django.core import signing
from django.utils import timezone

from contact.forms import MOMENT
from mail.models import OutgoingMail
from opportunities.models import AdoptionTeller
from tests.factories import LibraryFactory
from tests.opportunity_factories import ServiceFactory
from tests.role_factories import national_curator

EDITORS = "redactie@voorbeeld.nl"
PAGE = "/praktijkvoorbeelden/taalhuis/"
FORM = "/reacties/voorbeeld/taalhuis/schrijf/"
TYPED = {"kind": "vraag", "text": "Wat kost het?", "name": "Ans", "job_title": "wijkcoach", "email": "ans@voorbeeld.nl"}
LINK = re.compile(r"https?://[^/]+(/reacties/\S+)")


def minute_ago():
    return signing.dumps(time() - 60, salt=MOMENT)


def write(client, form=FORM, **fields):
    return client.post(form, TYPED | {"shown_at": minute_ago(), "website": ""} | fields)


def mail_to(address):
    return OutgoingMail.objects.filter(to=address).latest("pk")


def link_in(mail, beginning="/reacties/"):
    return next(link for link in LINK.findall(mail.body) if link.startswith(beginning))


def confirm(client, address="ans@voorbeeld.nl"):
    return client.post(link_in(mail_to(address)), {"bevestig": "1"})


def decide(client, doing, *reactions):
    client.force_login(national_curator())
    ticked = [reaction.pk for reaction in reactions]
    client.post("/beheer/reactions/reaction/", {"action": f"{doing}_reactions", "_selected_action": ticked})
    client.logout()


def text_of(client, page=PAGE):
    return client.get(page).content.decode()


def taken_over(example, email, state="gepubliceerd"):
    library = LibraryFactory()
    service = ServiceFactory(example=example, provider=library, publication_state=state)
    AdoptionTeller.objects.create(service=service, name="Bo", email=email, told_at=timezone.now())
    return library


def answer(client, mail, **fields):
    page = link_in(mail, "/reacties/vraag/")
    typed = {"text": "Bijna niets.", "name": "Bo", "shown_at": minute_ago(), "website": ""}
    return client.post(page, typed | fields)
