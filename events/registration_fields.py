"""Form fields for who registers: one line of text stays one line, and every refusal is a sentence."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

from wording.numbers import amount

NOT_TEXT = "Er staat een teken in dat geen tekst is."
BAD_ADDRESS = "Vul een e-mailadres in, zoals naam@voorbeeld.nl."


def in_one_line(value):
    """Text without line breaks, which in a mail or calendar would begin a line of their own."""
    return " ".join(value.split())


def check_text(value):
    """Refuse signs that no keyboard makes; spreadsheets and calendars cannot hold them."""
    for letter in value:
        if unicodedata.category(letter) == "Cc" and letter not in "\n\r\t":
            raise ValidationError(NOT_TEXT)


def without_null(validators):
    """These validators but that of Django for NUL: ``check_text`` refuses it with the others."""
    others = []
    for validator in validators:
        if not isinstance(validator, ProhibitNullCharactersValidator):
            others.append(validator)
    return others


class TextField(forms.CharField):
    """Text of at most so many characters."""

    def __init__(
        self,
        *,
        max_length,
        required_message="",
        autocomplete="",
        **kwargs,
    ):
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs["class"] = "input"
        if autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete
        self.validators = [*without_null(self.validators), check_text]
        self.error_messages["required"] = required_message
        self.error_messages["max_length"] = (
            f"Maak dit korter: hooguit {amount(max_length)} tekens."
        )


class LineField(TextField):
    """Text in one line."""

    def to_python(self, value):
        return in_one_line(super().to_python(value))


class AddressField(forms.EmailField):
    """An e-mail address."""

    def __init__(
        self,
        *,
        required,
        label,
        help_text="",
        required_message="",
        autocomplete="",
    ):
        super().__init__(
            required=required,
            label=label,
            help_text=help_text,
            max_length=254,
        )
        self.widget.attrs |= {
            "class": "input",
            "autocomplete": autocomplete or "off",
        }
        self.error_messages |= {
            "required": required_message,
            "invalid": BAD_ADDRESS,
            "max_length": BAD_ADDRESS,
        }
        self.validators = without_null(self.validators)

    def run_validators(self, value):
        """One sentence, whatever is wrong with it."""
        try:
            super().run_validators(value)
            check_text(value)
        except ValidationError:
            raise ValidationError(BAD_ADDRESS) from None


class AmountField(forms.DecimalField):
    """What somebody pays, in euro; it may stay empty."""

    def __init__(self, **kwargs):
        super().__init__(
            label="Bedrag in euro",
            required=False,
            min_value=0,
            max_digits=8,
            decimal_places=2,
            localize=True,
            **kwargs,
        )
