"""Who asks to write for a library or answer for a partner; where they work shows from the domain of their mail.

Nothing tells whether an address has an account: who has one gets the same pages and the same mail.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.invitations import invited
from accounts.models import User
from curation.work_mail import tell_curators
from mail.outgoing import mail_text, queue_mail
from visitors.signed_links import LinkRefusedError, opened

from .choices import ClaimState, OrganisationKind
from .mail_domains import domain_of, domains_in
from .models import Claim, ContactPerson, Library, Membership
from .work_lines import line_of_claim

PURPOSE = "aanvraag"  # a link made for something else is no link for this
LINK_DAYS = 7
CONTACT_FOR = timedelta(days=365)


def libraries_of(email):
    """The libraries on the site that are known to mail from this domain."""
    domain = domain_of(email)
    near = Library.objects.published().filter(mail_domains__icontains=domain)
    return [library for library in near if domain in domains_in(library.mail_domains)]


@transaction.atomic
def ask(*, claims, email):
    """Keep the claims and mail one link for all of them; for none the same work is done for nobody."""
    for claim in claims:
        claim.save()
    address = settings.SITE_ADDRESS + reverse(
        "partners:claim_confirm",
        args=[token_of(claims)],
    )
    body = mail_text(
        "partners/email/claim.txt",
        {
            "claims": claims,
            "address": address,
            "days": LINK_DAYS,
        },
    )
    to = ""  # the same work for nobody, so that time tells nothing
    if claims:
        to = email
    queue_mail(
        to=to,
        subject="Bevestig je aanvraag",
        body=body,
    )


def token_of(claims):
    """A signed text that stands for: the address under these claims is mine."""
    return signing.dumps(
        [claim.pk for claim in claims],
        salt=PURPOSE,
    )


def claims_of(token):
    """The claims that a link confirms; raises ``LinkRefusedError``."""
    pks = opened(
        token,
        purpose=PURPOSE,
        days=LINK_DAYS,
        expired="Deze link is verlopen. Doe je aanvraag opnieuw.",
    )
    claims = list(
        Claim.objects.unconfirmed().filter(pk__in=pks).select_related("organisation")
    )
    if not claims:
        raise LinkRefusedError(
            "Deze aanvraag is al bevestigd. Je hoeft niets meer te doen."
        )
    return claims


@transaction.atomic
def confirm(*, claims, now):
    """The address is theirs: grant what its domain shows, and let the rest wait for a curator; returns the claims."""
    pks = [claim.pk for claim in claims]
    confirmed = list(
        Claim.objects.unconfirmed()
        .select_for_update()
        .filter(pk__in=pks)
        .order_by("pk")
    )
    for claim in confirmed:
        if is_shown_by_domain(claim):
            grant(claim=claim, now=now)
        else:
            claim.state = ClaimState.WAITING
            claim.save(update_fields=["state"])
            tell_curators(row=claim, line=line_of_claim(claim))
    return confirmed


def is_shown_by_domain(claim):
    """Whether the domain of the address is enough; not for who was shut out before, which only people decide about."""
    if domain_of(claim.email) not in domains_in(claim.organisation.mail_domains):
        return False
    address = User.objects.normalize_email(claim.email)
    ended = Membership.objects.filter(
        user__email=address,
        library=claim.organisation_id,
        is_active=False,
    )
    return (
        not ended.exists()
        and not User.objects.filter(email=address, is_active=False).exists()
    )


@transaction.atomic
def grant(*, claim, now):
    """Make somebody member of a library, or contact person of a partner."""
    if claim.organisation.kind == OrganisationKind.LIBRARY:
        make_member(claim)
    else:
        make_contact(claim, timezone.localdate(now))
    claim.state = ClaimState.GRANTED
    claim.save(update_fields=["state"])


def make_member(claim):
    """An account where there is none yet, and the right to write for this library."""
    user = invited(claim.email, name=claim.name)
    start = {"job_title": claim.job_title, "is_active": True}
    Membership.objects.update_or_create(
        user=user,
        library_id=claim.organisation_id,
        defaults={"is_active": True},
        create_defaults=start,
    )


def make_contact(claim, today):
    """Whom readers' questions go to, with the consent that the form asked for."""
    consent = {
        "consented_on": today,
        "remove_on": today + CONTACT_FOR,
    }
    who = {
        "email": claim.email,
        "job_title": claim.job_title,
    }
    ContactPerson.objects.update_or_create(
        organisation=claim.organisation,
        name=claim.name,
        defaults={**who, **consent},
    )


@transaction.atomic
def decide(*, claims, is_granted, now):
    """A curator decides, once; who asked hears of it. Returns how many there were to decide about."""
    waiting = list(
        claims.to_judge().select_for_update(of=("self",)).select_related("organisation")
    )
    for claim in waiting:
        if is_granted:
            grant(claim=claim, now=now)
        else:
            claim.state = ClaimState.REFUSED
            claim.save(update_fields=["state"])
        body = mail_text(
            "partners/email/claim_decided.txt",
            {"claim": claim, "site": settings.SITE_ADDRESS},
        )
        queue_mail(
            to=claim.email,
            subject=f"Je aanvraag voor {claim.organisation}",
            body=body,
        )
    return len(waiting)
