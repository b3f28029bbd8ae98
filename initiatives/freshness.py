"""Is it still so? Who is asked, the mail with its link, and what a yes changes."""

from collections import defaultdict
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from mail.outgoing import mail_text, queue_mail
from partners.models import ContactPerson, Membership, Organisation

from .models import Initiative
from .review import CHECKED_EVERY

PURPOSE = "klopt-nog"  # a link made for something else is no link for this
LINK_DAYS = 60
AHEAD = timedelta(days=30)
AGAIN = timedelta(days=28)  # after which somebody is asked about the same entry once more


class LinkRefusedError(Exception):
    """A link that is not ours, too old or already used, in one Dutch sentence."""


# --- who is asked -----------------------------------------------------------------------------------
def owners_of(initiatives):
    """{e-mail address: initiatives}; in 6 queries.

    Owner is an active member of the lead library, else its contact person, else the curators of the province, else the
    editors.
    """
    found, owners = list(initiatives.for_cards()), defaultdict(list)
    leads = {each.pk: [o.pk for o in each.leads if o.kind == Organisation.Kind.LIBRARY] for each in found}
    libraries = {pk for pks in leads.values() for pk in pks}
    members = _addresses(
        Membership.objects.active().filter(library__in=libraries).values_list("library", "user__email")
    )
    contacts = ContactPerson.objects.filter(organisation__in=libraries).exclude(email="")
    contact_addresses = _addresses(contacts.values_list("organisation", "email"))
    provinces = _provinces(found, libraries)
    curators = _addresses(
        User.objects.filter(is_active=True, curatorships__isnull=False).values_list("curatorships__province", "email")
    )
    for each in found:
        of_library = _first(members, leads[each.pk]) or _first(contact_addresses, leads[each.pk])
        addresses = of_library or _first(curators, provinces[each.pk]) or {settings.EDITORS_EMAIL}
        for address in addresses:
            owners[address].append(each)
    return dict(owners)


def _addresses(pairs):
    found = defaultdict(set)
    for key, address in pairs:
        found[key].add(address.lower())
    return found


def _first(addresses, keys):
    """The addresses of the first key that has any."""
    return next((addresses[key] for key in keys if addresses.get(key)), None)


def _provinces(initiatives, libraries):
    """Per initiative the province of its lead library, else those of its places; last the whole country."""
    of_library = dict(Organisation.objects.filter(pk__in=libraries).values_list("pk", "province"))
    return {
        each.pk: [of_library[o.pk] for o in each.leads if o.pk in of_library]
        + [place.province_id for place in each.places.all()]
        + [None]
        for each in initiatives
    }


# --- asking -----------------------------------------------------------------------------------------
def send_digests(*, today):
    """Mail every owner one list of what is due; who was asked less than four weeks ago is left in peace."""
    due = Initiative.objects.to_confirm(today + AHEAD).exclude(reminded_on__gt=today - AGAIN)
    return send_digest_about(due, today=today)


@transaction.atomic
def send_digest_about(initiatives, *, today):
    """Mail every owner one list of these initiatives, as far as published; returns how many mails."""
    owners = owners_of(initiatives.published().order_by("next_check_on", "sort_key"))
    with_account = set(User.objects.filter(is_active=True, email__in=owners).values_list("email", flat=True))
    for address, initiatives in owners.items():
        edit = _edit_address if address in with_account else _report_address
        lines = [(_in_one_line(each), each, _confirm_address(each), edit(each)) for each in initiatives]
        body = mail_text("initiatives/email/digest.txt", {"lines": lines, "site": settings.SITE_ADDRESS})
        queue_mail(to=address, subject=_subject(initiatives), body=body)
    Initiative.objects.filter(pk__in=[each.pk for found in owners.values() for each in found]).update(reminded_on=today)
    return len(owners)


def _in_one_line(initiative):
    """A title with a new line in it could write a link of its own in the mail."""
    return " ".join(initiative.title.split())


def _subject(initiatives):
    if len(initiatives) == 1:
        return f"Klopt dit nog? {initiatives[0]}"
    return f"Klopt dit nog? {len(initiatives)} voorbeelden op Bieb Netwerk"


def _confirm_address(initiative):
    return settings.SITE_ADDRESS + reverse("initiatives:initiative_confirm", args=[confirm_token(initiative)])


def _report_address(initiative):
    """For who has no account: tell the editors what changed."""
    page = urlencode({"pagina": initiative.get_absolute_url()})
    return f"{settings.SITE_ADDRESS}{reverse('contact:message_create')}?{page}"


def _edit_address(initiative):
    return settings.SITE_ADDRESS + reverse("members:initiative_edit", args=[initiative.slug])


# --- answering --------------------------------------------------------------------------------------
def confirm_token(initiative):
    """A signed text that stands for: this initiative is still right; confirming once makes it useless."""
    return signing.dumps([initiative.pk, initiative.confirmation_round], salt=PURPOSE)


def initiative_of(token):
    """The initiative that a link is about; raises ``LinkRefusedError``."""
    try:
        pk, asked_in = signing.loads(token, salt=PURPOSE, max_age=timedelta(days=LINK_DAYS))
    except signing.SignatureExpired:
        raise LinkRefusedError("Deze link is verlopen. In de volgende mail staat een nieuwe.") from None
    except signing.BadSignature:
        raise LinkRefusedError("Deze link klopt niet. Kopieer hem nog eens uit de mail.") from None
    initiative = Initiative.objects.published().filter(pk=pk).prefetch_related("participations__organisation").first()
    if initiative is None:
        raise LinkRefusedError("Dit voorbeeld staat niet meer op de site.")
    if initiative.confirmation_round != asked_in:
        raise LinkRefusedError("Dit voorbeeld is al bevestigd. Je hoeft niets meer te doen.")
    return initiative


@transaction.atomic
def confirm(*, initiative, today, by=None):
    """Note that it is still right; ``by`` is an organisation, else the first that leads or takes part."""
    found = Initiative.objects.select_for_update().get(pk=initiative.pk)
    confirmed_by = by or next(iter([*initiative.leads, *initiative.companions]), None)
    if confirmed_by:
        found.confirmed_by, found.confirmed_on = confirmed_by, today
    found.next_check_on = today + CHECKED_EVERY
    found.confirmation_round += 1
    found.reminded_on = None
    found.save()
    return found
