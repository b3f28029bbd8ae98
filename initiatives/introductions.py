"""Who answers a question about an example: its contact person, who takes part in it, the editors."""

from django.utils import timezone

from contact.subjects import QuestionSubject, mediated, register
from partners.introductions import address_of
from partners.models import ContactPerson

from .models import Initiative


def find_initiative(slug):
    """The published example that a question is about."""
    initiatives = Initiative.objects.published().prefetch_related(
        "participations__organisation"
    )
    initiative = initiatives.filter(slug=slug).first()
    if initiative is None:
        return None
    title = initiative.title
    page = initiative.get_absolute_url()
    person = (
        ContactPerson.objects.to_write_to(timezone.localdate())
        .filter(pk=initiative.contact_id)
        .first()
    )
    if person:
        return QuestionSubject(
            title,
            page,
            person.email,
            "de contactpersoon van dit voorbeeld",
        )
    for organisation in [*initiative.leads, *initiative.companions]:
        address = "" if organisation.archived_on else address_of(organisation)
        if address:
            return QuestionSubject(title, page, address, organisation.name)
    return mediated(title, page)


register("voorbeeld", find_initiative)
