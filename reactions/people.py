"""Who knows the answer to a question, and for which organisation an address speaks."""

from django.conf import settings

from contact.subjects import find_subject
from events.choices import OrganisationRole
from opportunities.adoptions.organisations import is_address_of
from opportunities.models import AdoptionTeller
from partners.introductions import address_of
from partners.models import ContactPerson, Membership

from .models import AskedPerson


def people_to_ask(question):
    """{address: organisation or ``None``}, each once: who answers for the thing, then who took the example over.

    Not who asks it, nor who wants no questions any more; the editors come in for who answered for it.
    """
    declined = {person.email.lower() for person in AskedPerson.objects.declined()}
    owner = owner_of(question)
    if owner in declined:
        owner = editors()
    people = {owner: None}
    for teller in tellers_of(question):
        people[teller.email.lower()] = teller.service.provider
    left_out = declined - {editors()} | {question.email.lower()}
    return {email: people[email] for email in people if email not in left_out}


def editors():
    """Their address; a question that nobody else answers comes there, so they cannot stop such mail."""
    return settings.EDITORS_EMAIL.lower()


def owner_of(question):
    """The address of who answers for what a question is about; else that of the editors."""
    if question.initiative:
        return find_subject("voorbeeld", question.initiative.slug).to.lower()
    if question.meeting:
        return owner_of_meeting(question.meeting).lower()
    return editors()


def owner_of_meeting(meeting):
    """Whom its page names for questions, else one of who organises it, else the editors."""
    if meeting.contact_email:
        return meeting.contact_email
    organisers = meeting.roles.filter(role=OrganisationRole.ORGANISER)
    for role in organisers.select_related("organisation"):
        address = address_of(role.organisation)
        if address:
            return address
    return editors()


def tellers_of(question):
    """Who told that they took the example over, where that is on the site."""
    if not question.initiative:
        return []
    tellers = AdoptionTeller.objects.who_do(question.initiative)
    return tellers.select_related("service__provider").order_by("pk")


def organisation_of(email, today, asked_for=None):
    """For whom an address speaks: for whom it was asked, or where its owner is member or contact person."""
    if asked_for and is_address_of(email, asked_for):
        return asked_for
    membership = (
        Membership.objects.active()
        .filter(user__email__iexact=email)
        .select_related("library")
        .order_by("pk")
        .first()
    )
    if membership:
        return membership.library
    person = (
        ContactPerson.objects.to_write_to(today)
        .filter(email__iexact=email)
        .select_related("organisation")
        .order_by("pk")
        .first()
    )
    if person:
        return person.organisation
    return None
