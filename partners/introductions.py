"""Who answers a question about a library or partner: its contact person, a colleague with an account, the editors."""

from django.utils import timezone

from contact.subjects import QuestionSubject, mediated, register

from .models import ContactPerson, Membership, Organisation

WITH_QUESTIONS = (Organisation.Kind.LIBRARY, Organisation.Kind.PARTNER)


def find_organisation(slug):
    """The library or partner that a question is about; a former name of one is no page to ask from."""
    organisation = (
        Organisation.objects.published()
        .filter(
            kind__in=WITH_QUESTIONS,
            slug=slug,
        )
        .first()
    )
    if organisation is None:
        return None
    page = organisation.get_absolute_url()
    address = address_of(organisation)
    if not address:
        return mediated(organisation.name, page)
    return QuestionSubject(organisation.name, page, address, organisation.name)


def address_of(organisation):
    """The e-mail address of who answers for an organisation; empty where nobody does."""
    persons = ContactPerson.objects.to_write_to(timezone.localdate()).filter(
        organisation=organisation
    )
    person = persons.order_by("-is_public", "name").first()
    if person:
        return person.email
    members = (
        Membership.objects.active()
        .filter(library=organisation.pk)
        .select_related("user")
    )
    member = members.order_by("pk").first()
    if member:
        return member.user.email
    return ""


register("organisatie", find_organisation)
