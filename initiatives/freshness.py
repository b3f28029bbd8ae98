"""Is it still so? Who is asked, the mail with its link, and what a yes changes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain
from urllib.parse import urlencode

import pghistory
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from mail.outgoing import mail_text, queue_mail
from partners.models import ContactPerson, Membership, Organisation
from visitors.signed_links import LinkRefusedError, opened

from .models import Initiative
from .review import CHECKED_EVERY

PURPOSE = "klopt-nog"  # a link made for something else is no link for this
LINK_DAYS = 60
AHEAD = timedelta(days=30)
WHOLE_COUNTRY = None  # instead of the province of a curator
# after which somebody is asked about the same entry once more
AGAIN = timedelta(days=28)


Addresses = dict[int | None, set[str]]  # by the number of a library or province


class AlreadyConfirmedError(LinkRefusedError):
    """A link that did its work: nothing is wrong."""


# --- who is asked -----------------------------------------------------------------------------------
def owners_of(
    initiatives: QuerySet[Initiative],
) -> dict[str, list[tuple[Initiative, int | None]]]:
    """{e-mail address: [(initiative, library)]}; in 6 queries.

    Owner is an active member of a lead library, else its contact person, else the curators of the province, else the
    editors. The library is the number of the one that they answer for, ``None`` for curators and editors.
    """
    loaded = list(initiatives.for_cards())
    libraries = {}
    for initiative in loaded:
        libraries[initiative.pk] = lead_libraries(initiative)
    leading_somewhere = set(chain.from_iterable(libraries.values()))
    leads = Organisation.objects.filter(pk__in=leading_somewhere)
    members_of, contacts_of, curators_of = addresses_for(leads)
    province_of = dict(leads.values_list("pk", "province"))
    owners = defaultdict(list)
    for initiative in loaded:
        leading = libraries[initiative.pk]
        provinces = [province_of[pk] for pk in leading]
        provinces += [place.province_id for place in initiative.places.all()]
        library, addresses = first_known(leading, members_of, contacts_of)
        if library is None:
            _, addresses = first_known([*provinces, WHOLE_COUNTRY], curators_of)
        for address in addresses or {settings.EDITORS_EMAIL}:
            owners[address].append((initiative, library))
    return dict(owners)


def lead_libraries(initiative: Initiative) -> list[int]:
    """Numbers of the libraries that lead it."""
    return [
        lead.pk for lead in initiative.leads if lead.kind == Organisation.Kind.LIBRARY
    ]


def lowered(pairs: Iterable[tuple[int | None, str]]) -> Addresses:
    """{key: e-mail addresses}, in small letters."""
    addresses = defaultdict(set)
    for key, address in pairs:
        addresses[key].add(address.lower())
    return addresses


def first_known(
    keys: Sequence[int | None],
    *kinds: Addresses,
) -> tuple[int | None, set[str]]:
    """(key, addresses) of the first kind that knows any of these keys; ``(None, set())`` where none does."""
    for addresses in kinds:
        for key in keys:
            if addresses.get(key):
                return key, addresses[key]
    return None, set()


# --- asking -----------------------------------------------------------------------------------------
def send_digests(*, today: date) -> int:
    """Mail every owner one list of what is due; who was asked less than four weeks ago is left in peace."""
    due = Initiative.objects.to_confirm(today + AHEAD).exclude(
        reminded_on__gt=today - AGAIN
    )
    return send_digest_about(due, today=today)


@transaction.atomic
def addresses_for(
    libraries: QuerySet[Organisation],
) -> tuple[Addresses, Addresses, Addresses]:
    """Three times {number: addresses}: of members and contact persons by library, of curators by province."""
    memberships = Membership.objects.active().filter(library__in=libraries)
    contacts = ContactPerson.objects.filter(organisation__in=libraries)
    curators = User.objects.filter(
        is_active=True,
        curatorships__isnull=False,
    )
    return (
        lowered(memberships.values_list("library", "user__email")),
        lowered(contacts.exclude(email="").values_list("organisation", "email")),
        lowered(curators.values_list("curatorships__province", "email")),
    )


def send_digest_about(initiatives: QuerySet[Initiative], *, today: date) -> int:
    """Mail every owner one list of these initiatives, as far as published; returns how many mails."""
    owners = owners_of(initiatives.published().order_by("next_check_on", "sort_key"))
    users = User.objects.filter(is_active=True, email__in=owners)
    with_account = set(users.values_list("email", flat=True))
    asked_about = set()
    for address, theirs in owners.items():
        lines = []
        for initiative, library in theirs:
            asked_about.add(initiative.pk)
            answer = report_address(initiative)
            if address in with_account:
                answer = edit_address(initiative)
            confirmation = confirm_address(initiative, library)
            lines.append((in_one_line(initiative), initiative, confirmation, answer))
        subject = f"Klopt dit nog? {len(theirs)} voorbeelden op Bieb Netwerk"
        if len(theirs) == 1:
            subject = f"Klopt dit nog? {theirs[0][0]}"
        context = {"lines": lines, "site": settings.SITE_ADDRESS}
        body = mail_text("initiatives/email/digest.txt", context)
        queue_mail(to=address, subject=subject, body=body)
    Initiative.objects.filter(pk__in=asked_about).update(reminded_on=today)
    return len(owners)


def in_one_line(initiative: Initiative) -> str:
    """A title with a new line in it could write a link of its own in the mail."""
    return " ".join(initiative.title.split())


def confirm_address(initiative: Initiative, library: int | None) -> str:
    """Where a press on a button says, for this library or for none, that it is still right."""
    return settings.SITE_ADDRESS + reverse(
        "initiatives:initiative_confirm",
        args=[confirm_token(initiative, library)],
    )


def report_address(initiative: Initiative) -> str:
    """For who has no account: tell the editors what changed."""
    page = urlencode({"pagina": initiative.get_absolute_url()})
    return f"{settings.SITE_ADDRESS}{reverse('contact:message_create')}?{page}"


def edit_address(initiative: Initiative) -> str:
    """For who has an account: the form."""
    return settings.SITE_ADDRESS + reverse(
        "members:initiative_edit",
        args=[initiative.slug],
    )


# --- answering --------------------------------------------------------------------------------------
def confirm_token(initiative: Initiative, library: int | None = None) -> str:
    """A signed text that stands for: this initiative is still right; confirming once makes it useless.

    ``library`` is the number of the organisation that is asked, ``None`` for curators and editors.
    """
    return signing.dumps(
        [initiative.pk, initiative.confirmation_round, library],
        salt=PURPOSE,
    )


def asked_by(token: str) -> tuple[Initiative, Organisation | None]:
    """The initiative that a link is about and the organisation that was asked; raises ``LinkRefusedError``.

    The organisation is ``None`` where curators or editors were asked, and where it leads no longer.
    """
    pk, round_of_link, *library_ids = read_token(token)
    published = Initiative.objects.published().prefetch_related(
        "participations__organisation"
    )
    initiative = published.filter(pk=pk).first()
    if initiative is None:
        raise LinkRefusedError("Dit voorbeeld staat niet meer op de site.")
    if initiative.confirmation_round != round_of_link:
        raise AlreadyConfirmedError(
            "Dit voorbeeld is al bevestigd. Je hoeft niets meer te doen."
        )
    for lead in initiative.leads:
        if lead.pk in library_ids:
            return initiative, lead
    return initiative, None


def read_token(token: str) -> list[int | None]:
    """What a link holds: the number of an initiative, its round, and of the library that was asked, if one was."""
    return opened(
        token,
        purpose=PURPOSE,
        days=LINK_DAYS,
        expired="Deze link is verlopen. In de volgende mail staat een nieuwe.",
    )


@transaction.atomic
def confirm(
    *,
    initiative: Initiative,
    today: date,
    by: Organisation | None = None,
) -> Initiative:
    """Note that it is still right; without ``by``, the organisation that says so, only the next date is known."""
    locked = Initiative.objects.select_for_update().get(pk=initiative.pk)
    if by:
        locked.confirmed_by = by
        locked.confirmed_on = today
    locked.next_check_on = today + CHECKED_EVERY
    locked.confirmation_round += 1
    locked.reminded_on = None
    locked.save()
    return locked


def confirm_by_link(
    *,
    initiative: Initiative,
    today: date,
    by: Organisation | None,
) -> Initiative:
    """The same for who pressed a link in a mail; the history says for whom they answered."""
    speaker = "iemand van de redactie"
    if by:
        speaker = f"iemand van {by}"
    with pghistory.context(by_link=f"{speaker}, met de link in de mail"):
        return confirm(initiative=initiative, today=today, by=by)
