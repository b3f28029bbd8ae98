"""What an organiser fills in to mend something for one attendee, always with why."""

from django import forms

from accounts import kinds
from events.models import Registration, RegistrationStep
from events.registration_fields import AddressField, AmountField, LineField

LONGEST_REASON = kinds.field_of(RegistrationStep, "reason").max_length
IN_THE_ROOM = "cur-input"  # how fields look in the curators' room
LONGEST_NOTE = kinds.field_of(Registration, "note").max_length


class ReasonField(LineField):
    """Why it is done; it stands with the steps, and goes with the data of the attendee."""

    def __init__(self):
        super().__init__(
            max_length=LONGEST_REASON,
            label="Waarom?",
            help_text="Bijvoorbeeld: belde op 3 juni. Dit staat bij ‘Wat er gebeurde’.",
            required_message="Schrijf kort waarom.",
        )
        self.widget.attrs["class"] = IN_THE_ROOM


class ReasonForm(forms.Form):
    """Only why."""

    reason = ReasonField()

    def __init__(self, *args, registration, **kwargs):
        super().__init__(*args, **kwargs)
        # why comes last
        self.order_fields([name for name in self.fields if name != "reason"])
        for field in self.fields.values():
            if not isinstance(field, forms.BooleanField):
                field.widget.attrs["class"] = IN_THE_ROOM

    def refuse(self, error):
        """Say why it cannot be, at the field that it is about where the form has it."""
        field = None
        if error.field in self.fields:
            field = error.field
        self.add_error(field, str(error))


class AddressWithReasonForm(ReasonForm):
    """Another address; of a group, of one or of everybody without an address of their own."""

    email = AddressField(
        required=True,
        label="Nieuw e-mailadres",
        required_message="Vul een e-mailadres in.",
    )
    for_all = forms.BooleanField(
        required=False,
        label="Ook voor de anderen van deze inschrijving zonder eigen e-mailadres",
    )

    def __init__(self, *args, registration, **kwargs):
        super().__init__(*args, registration=registration, **kwargs)
        if registration.email or not registration.booking.email:
            del self.fields["for_all"]


class HandOverWithReasonForm(ReasonForm):
    """Who comes instead."""

    name = LineField(
        max_length=120,
        label="Naam van de collega",
        required_message="Vul de naam in.",
    )
    email = AddressField(
        required=True,
        label="E-mailadres van de collega",
        required_message="Vul een e-mailadres in.",
    )


class BringBackForm(ReasonForm):
    """The waiting list is only asked about where there is no place."""

    may_wait = forms.BooleanField(
        required=False,
        label="Ja, zet achteraan op de wachtlijst",
    )

    def __init__(self, *args, registration, **kwargs):
        super().__init__(*args, registration=registration, **kwargs)
        if not self.data.get("may_wait"):
            self.fields["may_wait"].widget = forms.HiddenInput()

    def refuse(self, error):
        """The box to tick comes with the question."""
        if error.field == "may_wait":
            self.fields["may_wait"].widget = forms.CheckboxInput()
        super().refuse(error)


class PriceForm(ReasonForm):
    """What one attendee pays, and what is good to know of them."""

    amount = AmountField(help_text="0 is gratis. Laat leeg als er geen prijs is.")
    note = LineField(
        max_length=LONGEST_NOTE,
        required=False,
        label="Notitie",
        help_text="Alleen wie de bijeenkomst organiseert, leest dit.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, registration, **kwargs):
        initial = {
            "amount": registration.amount,
            "note": registration.note,
        }
        super().__init__(*args, registration=registration, initial=initial, **kwargs)
