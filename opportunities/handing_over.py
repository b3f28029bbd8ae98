"""Who leaves or gets other work hands all that is theirs over to a colleague of the same library; both are told."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.conf import settings
from django.db import transaction

from accounts.models import User
from curation.simultaneous_edits import lock
from initiatives.models import ChangeProposal, Initiative
from mail.outgoing import about_user, mail_html, mail_text, queue_mail
from partners.models import ContactPerson, Organisation

from .models import AdoptionTeller

CONTACT_FOR = timedelta(days=365)


@dataclass(frozen=True)
class OwnWork:
    """What is of one person at these libraries (numbers): where they are called, asked, or hear of a decision."""

    user: User
    libraries: list[int]

    @cached_property
    def contacts(self) -> list[ContactPerson]:
        """As whom they stand with these libraries."""
        theirs = ContactPerson.objects.filter(
            organisation__in=self.libraries,
            email__iexact=self.user.email,
        )
        return list(theirs.select_related("organisation"))

    @cached_property
    def initiatives(self) -> list[Initiative]:
        """The examples whose contact person they are."""
        theirs = Initiative.objects.filter(contact__in=self.contacts)
        return list(theirs.select_related("contact").order_by("sort_key"))

    @cached_property
    def proposals(self) -> list[ChangeProposal]:
        """Their proposals that wait, about what these libraries lead."""
        of_user = Initiative.objects.of_member(self.user)
        led = of_user.filter(participations__organisation__in=self.libraries)
        led_ids = led.order_by().values("pk")
        undecided = self.user.proposals.undecided()
        waiting = undecided.filter(initiative__in=led_ids)
        return list(waiting.select_related("initiative"))

    @cached_property
    def tellers(self) -> list[AdoptionTeller]:
        """What they told that these libraries do too, and are asked about once a year."""
        tellers = AdoptionTeller.objects.filter(
            service__provider__in=self.libraries,
            email__iexact=self.user.email,
        )
        return list(tellers.select_related("service__example"))

    @cached_property
    def meetings(self) -> list:
        """The meetings of these libraries about which questions come to them."""
        theirs = {}
        for library in Organisation.objects.filter(pk__in=self.libraries):
            meetings = library.meetings.filter(contact_email__iexact=self.user.email)
            theirs.update(meetings.in_bulk())
        return list(theirs.values())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not (self.contacts or self.proposals or self.tellers or self.meetings)


def libraries_of(user: User) -> list[int]:
    """The numbers of the libraries where somebody works now."""
    active = user.memberships.active()
    return list(active.values_list("library", flat=True))


def shared_libraries(user: User, colleague: User) -> list[int]:
    """Where both work."""
    of_colleague = libraries_of(colleague)
    return [pk for pk in libraries_of(user) if pk in of_colleague]


@transaction.atomic
def hand_over(
    *,
    user: User,
    colleague: User,
    today: date,
) -> OwnWork:
    """Everything of ``user`` where both work becomes the colleague's; gives what it was, nothing at a second press."""
    lock(User.objects.filter(pk=user.pk))
    work = OwnWork(user, shared_libraries(user, colleague))
    if work.is_empty:
        return work
    pass_on_contacts(work, colleague, today)
    pass_on_proposals(work, colleague)
    pass_on_questions(work, colleague)
    pass_on_meetings(work, colleague)
    tell_both(work, colleague)
    return work


def pass_on_contacts(work: OwnWork, colleague: User, today: date) -> None:
    """The colleague is called from now on; who hands over is no contact person any more."""
    taking_over = {}
    for contact in work.contacts:
        taking_over[contact.pk] = contact_for(colleague, contact, today)
    for initiative in work.initiatives:
        initiative.contact = taking_over[initiative.contact_id]
        initiative.save(update_fields=["contact", "updated_at"])
    staying = [contact.pk for contact in taking_over.values()]
    handed_over = ContactPerson.objects.filter(pk__in=taking_over)
    handed_over.exclude(pk__in=staying).delete()


def contact_for(colleague: User, before: ContactPerson, today: date) -> ContactPerson:
    """The colleague as contact person of the same organisation, kept for a year where they were not known yet."""
    theirs = ContactPerson.objects.filter(organisation=before.organisation_id)
    reachable = theirs.to_write_to(today)
    known = reachable.filter(email__iexact=colleague.email).first()
    if known:
        return known
    contact, _ = ContactPerson.objects.update_or_create(
        organisation_id=before.organisation_id,
        name=colleague.name or colleague.email,
        defaults={
            "email": colleague.email,
            "consented_on": today,
            "remove_on": today + CONTACT_FOR,
        },
    )
    return contact


def pass_on_proposals(work: OwnWork, colleague: User) -> None:
    """The colleague hears what is decided; not of an example about which one of their own waits."""
    undecided = colleague.proposals.undecided()
    own = set(undecided.values_list("initiative_id", flat=True))
    passed = []
    for proposal in work.proposals:
        if proposal.initiative_id not in own:
            passed.append(proposal.pk)
    passing = ChangeProposal.objects.filter(pk__in=passed)
    passing.update(proposed_by=colleague)


def pass_on_questions(work: OwnWork, colleague: User) -> None:
    """The colleague is asked once a year; a new row, so that links in old mails are dead."""
    for teller in work.tellers:
        teller.delete()
        AdoptionTeller.objects.create(
            service=teller.service,
            name=colleague.name or colleague.email,
            email=colleague.email,
            told_at=teller.told_at,
            asked_on=teller.asked_on,
        )


def pass_on_meetings(work: OwnWork, colleague: User) -> None:
    """Questions about a meeting, and mail about who registers, come to the colleague."""
    for meeting in work.meetings:
        meeting.contact_email = colleague.email
        meeting.save(update_fields=["contact_email", "updated_at"])


def tell_both(work: OwnWork, colleague: User) -> None:
    """A mail to who hands over, and one to who takes over."""
    for reader in (work.user, colleague):
        context = {
            "work": work,
            "colleague": colleague,
            "is_new": reader == colleague,
            "site": settings.SITE_ADDRESS,
        }
        queue_mail(
            to=reader.email,
            subject="Overgedragen op Bieb Netwerk",
            body=mail_text("opportunities/email/handed_over.txt", context),
            html=mail_html("opportunities/email/handed_over.html", context),
            about=about_user(reader),
        )
