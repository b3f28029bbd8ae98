"""What we call the fields of the forms that the library for logging in makes."""

from django import template

register = template.Library()

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
