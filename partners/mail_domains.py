"""The domains that mail of an organisation comes from, and which of them say nothing of who somebody is."""

import re

from django.core.exceptions import ValidationError

DOMAIN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
OF_EVERYBODY = {
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.nl", "live.com",
    "msn.com", "icloud.com", "me.com", "yahoo.com", "proton.me", "protonmail.com", "ziggo.nl", "kpnmail.nl",
    "planet.nl", "hetnet.nl", "home.nl", "upcmail.nl", "xs4all.nl", "casema.nl", "chello.nl", "quicknet.nl",
    "telfort.nl", "solcon.nl", "zonnet.nl", "online.nl", "gmx.net", "gmx.com", "aol.com",
}  # fmt: skip


def domains_in(text):
    """The domains in a text that has commas between them, in small letters."""
    parts = [part.strip().lower() for part in text.split(",")]
    return [part for part in parts if part]


def domain_of(email):
    """What stands after the @ of an address."""
    return email.rpartition("@")[2].lower()


def check_domains(text):
    """Refuse what is no domain, and a domain at which everybody can have an address."""
    for domain in domains_in(text):
        if not DOMAIN.fullmatch(domain):
            raise ValidationError(
                f"‘{domain}’ is geen domein. Schrijf wat na de @ staat, zoals bibliotheek.nl."
            )
        if domain in OF_EVERYBODY:
            raise ValidationError(
                f"Bij {domain} kan iedereen een adres nemen. Dat zegt niet waar iemand werkt."
            )
