"""Form fields for who registers: one line of text stays one line, and every refusal is a sentence."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError

from wording.numbers import amount

NOT_TEXT = "Er staat een teken in dat geen tekst is."
BAD_ADDRESS = "Vul een e-mailadres in, zoals naam@voorbeeld.nl."


def in_one_line(value):
    """Text without line breaks, which in a mail or calendar would begin a line of their own."""
    return " ".join(value.split())


def check_text(value):
    """Refuse signs that no keyboard makes; spreadsheets and calendars cannot hold them."""
    if any(unicodedata.category(sign) == "Cc" and sign not in "\n\r\t" for sign in value):
        raise ValidationError(NOT_TEXT)


class TextField(forms.CharField):
    """Text of at most so many characters."""

    def __init__(self, *, max_length, required=True, told="", widget=None, label, help_text="", autocomplete=""):
        super().__init__(max_length=max_length, required=required, label=label, help_text=help_text, widget=widget)
        self.widget.attrs["class"] = "input"
        if autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete
        self.validators = [each for each in self.validators if not _is_about_null(each)] + [check_text]
        self.error_messages["required"] = told
        self.error_messages["max_length"] = f"Maak dit korter: hooguit {amount(max_length)} tekens."


class LineField(TextField):
    """Text in one line."""

    def to_python(self, value):
        return in_one_line(super().to_python(value))


class AddressField(forms.EmailField):
    """An e-mail address."""

    def __init__(self, *, required, label, help_text="", told="", autocomplete=""):
        super().__init__(required=required, label=label, help_text=help_text, max_length=254)
        self.widget.attrs |= {"class": "input", "autocomplete": autocomplete or "off"}
        self.error_messages |= {"required": told, "invalid": BAD_ADDRESS, "max_length": BAD_ADDRESS}
        self.validators = [each for each in self.validators if not _is_about_null(each)]

    def run_validators(self, value):
        """One sentence, whatever is wrong with it."""
        try:
            super().run_validators(value)
            check_text(value)
        except ValidationError:
            raise ValidationError(BAD_ADDRESS) from None


def _is_about_null(validator):
    return getattr(validator, "code", "") == "null_characters_not_allowed"
