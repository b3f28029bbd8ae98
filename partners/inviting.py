"""An organisation that is named in examples but does not take part itself is invited by a curator, once in a while."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format

from mail.outgoing import mail_html, mail_text, queue_mail

from .choices import OrganisationKind
from .models import ContactPerson, Membership, Organisation

AGAIN_AFTER = timedelta(days=180)
MOST_NAMED = 5  # examples in the mail
CLAIM_PAGES = {
    OrganisationKind.LIBRARY: "partners:library_claim",
    OrganisationKind.PARTNER: "partners:partner_claim",
}


class InvitationRefusedError(Exception):
    """This organisation cannot be invited now, in one Dutch sentence."""


def to_invite(organisations, today):
    """Those with a page and a role in an example on the site, where nobody takes part and nobody was invited lately."""
    members = Membership.objects.active().values("library")
    answering = ContactPerson.objects.to_write_to(today).filter(is_public=False)
    named = Organisation.objects.published_initiatives().order_by()
    invited_lately = Q(invited_on__gt=today - AGAIN_AFTER)
    with_page = organisations.published().filter(
        kind__in=CLAIM_PAGES,
        pk__in=named.values("organisations"),
    )
    silent = with_page.exclude(pk__in=members).exclude(
        pk__in=answering.values("organisation")
    )
    return silent.exclude(invited_lately)


def why_not(organisation, today):
    """Why nobody can invite this organisation now; empty where they can."""
    if to_invite(
        Organisation.objects.filter(pk=organisation.pk),
        today,
    ).exists():
        return ""
    if organisation.invited_on and organisation.invited_on > today - AGAIN_AFTER:
        day = date_format(organisation.invited_on, "j F Y")
        return f"Uitgenodigd op {day}. Dat kan eens in het half jaar."
    return "Uitnodigen kan als er nog niemand meedoet, en de organisatie bij een voorbeeld op de site staat."


def known_address(organisation, today):
    """The address that the site shows of it; empty where there is none."""
    persons = ContactPerson.objects.to_write_to(today).filter(is_public=True)
    person = persons.filter(organisation=organisation).order_by("name").first()
    if person is None:
        return ""
    return person.email


def examples_of(organisation):
    """The examples on the site in which it has a role."""
    return Organisation.objects.initiatives_of([organisation])


@transaction.atomic
def invite_organisation(*, organisation, email, today):
    """Mail how to take part; raises ``InvitationRefusedError``. The address itself is not kept."""
    locked = Organisation.objects.select_for_update().get(pk=organisation.pk)
    reason = why_not(locked, today)
    if reason:
        raise InvitationRefusedError(reason)
    locked.invited_on = today
    locked.save(update_fields=["invited_on"])
    examples = list(examples_of(locked).order_by("sort_key")[: MOST_NAMED + 1])
    claim = reverse(CLAIM_PAGES[locked.kind], args=[locked.slug])
    context = {
        "organisation": locked,
        "examples": examples[:MOST_NAMED],
        "has_more": len(examples) > MOST_NAMED,
        "address": settings.SITE_ADDRESS + claim,
        "site": settings.SITE_ADDRESS,
    }
    queue_mail(
        to=email,
        subject=f"{locked} staat op Bieb Netwerk",
        body=mail_text("partners/email/invitation.txt", context),
        html=mail_html("partners/email/invitation.html", context),
    )
