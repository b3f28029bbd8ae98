"""Which library or partner somebody means who types its name, and whether an address is one of its own."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import slugify

from partners.choices import OrganisationKind
from partners.models import ContactPerson, Membership, Organisation
from wording.enumerations import joined

MOST_NAMED = 4
WHO_CAN = (OrganisationKind.LIBRARY, OrganisationKind.PARTNER)
UNKNOWN = "Deze bibliotheek of partner kennen we niet. Kijk of je de naam goed schreef."


def organisation_called(text: str) -> Organisation:
    """The published library or partner of this name; refuses in a sentence what is none, or several."""
    organisations = Organisation.objects.published().filter(kind__in=WHO_CAN)
    has_this_name = Q(name__iexact=text) | Q(short_name__iexact=text)
    has_this_slug = Q(slug=slugify(text))
    called_so = list(organisations.filter(has_this_name | has_this_slug)[:MOST_NAMED])
    if len(called_so) == 1:
        return called_so[0]
    called_alike = organisations.narrowed(name=text)
    possible = called_so or list(called_alike[:MOST_NAMED])
    if not possible:
        raise ValidationError(UNKNOWN)
    names = [organisation.name for organisation in possible]
    raise ValidationError(f"Wie bedoel je? Vul in: {joined(names, 'of')}.")


def is_address_of(email: str, organisation: Organisation) -> bool:
    """Whether an e-mail address is at the organisation's own website, or of somebody that we know works there."""
    email = email.lower()
    hostname = urlsplit(organisation.website).hostname or ""
    domain = hostname.removeprefix("www.")
    if domain and email.endswith(f"@{domain}"):
        return True
    contacts = ContactPerson.objects.filter(
        organisation=organisation.pk,
        email__iexact=email,
    )
    members = Membership.objects.active().filter(
        library=organisation.pk,
        user__email__iexact=email,
    )
    return contacts.exists() or members.exists()
