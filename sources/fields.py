"""Fields of forms in which a reader says where something can be read."""

from django import forms


class WebAddressField(forms.URLField):
    """The address of a page, which may be left empty; without *https* before it, it is one too."""

    def __init__(
        self,
        *,
        label: str,
        example: str = "www.voorbeeld.nl",
        help_text: str = "",
    ) -> None:
        no_address = f"Vul een webadres in, zoals {example}, of laat het leeg."
        super().__init__(
            label=label,
            max_length=500,
            required=False,
            assume_scheme="https",
            help_text=help_text,
            error_messages={"invalid": no_address},
        )
