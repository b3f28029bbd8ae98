"""What we call what the library for logging in has: the fields of its forms, and browsers."""

from django import template

from accounts.browsers import browser_in_words

register = template.Library()
register.filter(browser_in_words)

LABELS = {
    "login": "E-mailadres",
    "email": "E-mailadres",
    "password2": "Hetzelfde wachtwoord nog een keer",
    "name": "Naam van deze sleutel",
    "code": "Code",
    "passwordless": "Hiermee ook zonder wachtwoord inloggen",
}


@register.filter
def account_label(field):
    """Our label of a field; the library's own where that says enough."""
    return LABELS.get(field.name, field.label)
