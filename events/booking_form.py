"""The form with which people register: where the confirmation goes, who pays, and Django's formset of who comes."""

import uuid

from django import forms
from django.utils import timezone

from .mistakes import mistakes_of
from .people_formset import PeopleFormSet, typed_on
from .prices import prices_of
from .registration_fields import AddressField, LineField, TextField

NO_ADDRESS = "Vul je e-mailadres in: daar sturen we de bevestiging naartoe."
NAMESAKES = "{} staat er twee keer, van dezelfde organisatie. Haal er een weg, of zeg dat het twee mensen zijn."
ON_INVOICE = ("invoice_name", "invoice_address")
INVOICE = (*ON_INVOICE, "invoice_email", "invoice_reference")


class BookingForm(forms.Form):
    """Where the confirmation goes, the invoice when there is something to pay, and ``people``."""

    key = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid.uuid4,
    )
    email = AddressField(
        required=True,
        label="E-mailadres",
        help_text="Hier sturen we de bevestiging naartoe.",
        required_message=NO_ADDRESS,
        autocomplete="email",
    )
    invoice_name = LineField(
        max_length=200,
        required=False,
        label="Op naam van",
        autocomplete="billing organization",
    )
    invoice_address = TextField(
        max_length=500,
        required=False,
        label="Adres",
        widget=forms.Textarea(attrs={"rows": 3}),
        autocomplete="billing street-address",
    )
    invoice_email = AddressField(
        required=False,
        label="E-mailadres voor de factuur",
    )
    invoice_reference = LineField(
        max_length=60,
        required=False,
        label="Kenmerk",
        help_text="Bijvoorbeeld een inkoopnummer.",
    )
    has_namesakes = forms.BooleanField(
        required=False,
        label="Dit zijn verschillende mensen met dezelfde naam.",
    )
    comes_together = forms.BooleanField(
        required=False,
        label="Wij komen alleen samen.",
    )
    # the honeypot: empty when a person fills the form in
    website = forms.CharField(required=False)

    def __init__(
        self,
        data=None,
        *,
        event,
        may_be_full=False,
        initial=None,
        people=({},),
    ):
        """``may_be_full`` where ``book`` says which sessions are; ``people`` are initial values of each person."""
        super().__init__(data, initial=initial)
        self.event = event
        self.people = PeopleFormSet(
            data,
            event=event,
            may_be_full=may_be_full,
            initial=people,
        )
        tiers = prices_of(event, timezone.localdate())
        has_invoice = any(tier.amount > 0 for tier in tiers)
        if not has_invoice:
            for name in INVOICE:
                del self.fields[name]
        else:
            for name in ON_INVOICE:
                self.fields[name].may_be_asked = True

    def is_valid(self):
        """Whether everything can be; looks at every part, so that all that is wrong shows at once."""
        is_valid = super().is_valid()
        return self.people.is_valid() and is_valid and self.says_who_is_who()

    def says_who_is_who(self):
        """Whether nobody is on the form twice; two people with one name can be, when that is said."""
        name = self.people.twice(timezone.localdate())
        if not name or self.cleaned_data["has_namesakes"]:
            return True
        if not self.has_error("has_namesakes"):
            self.add_error("has_namesakes", NAMESAKES.format(name))
        return False

    @property
    def is_broken(self):
        """Whether it did not come over whole, so that it cannot be sent as it is."""
        return "key" in self.errors or bool(self.people.non_form_errors())

    def unchecked(self, people, *, is_anew=False):
        """The form as it was typed, with these people; ``is_anew`` gives it another key."""
        booking = typed_on(self)
        if is_anew:
            del booking["key"]
        return BookingForm(
            event=self.event,
            initial=booking,
            people=people,
        )

    def refuse(self, error):
        """Show why something cannot be, at the field that it is about where that is known."""
        if error.field in ("organisation", "province"):
            self.people[error.number].add_error(
                error.field,
                str(error),
            )
        else:
            self.add_error(None, str(error))

    @property
    def addresses(self):
        """Every address of a valid form once, that of who sends it in first."""
        addresses = []
        for form in [self, *self.people]:
            address = form.cleaned_data["email"].lower()
            if address and address not in addresses:
                addresses.append(address)
        return addresses

    @property
    def hidden_values(self):
        """(name, value) of everything that was sent, for on the page that shows it once more."""
        values = []
        for form in [self, self.people.management_form, *self.people]:
            for field in form:
                sent = self.data.getlist(field.html_name)
                values += [(field.html_name, value) for value in sent if value]
        return values

    @property
    def mistakes(self):
        """(id of the field or "", sentence) of all that is wrong, in the order of the page."""
        mistakes = mistakes_of(self)
        who = ""
        for number, form in enumerate(self.people, start=1):
            if len(self.people) > 1:
                who = f"Persoon {number}, "
            mistakes += mistakes_of(form, who)
        return mistakes

    @property
    def is_from_robot(self):
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))

    @property
    def invoice_fields(self):
        """The fields about the invoice, where there are any."""
        return [self[name] for name in INVOICE if name in self.fields]

    @property
    def invoice(self):
        """What ``book`` stores about the invoice."""
        return {name: self.cleaned_data.get(name, "") for name in INVOICE}

    @property
    def may_have_to_wait(self):
        """Whether there may be too few places for all of a group."""
        has_limit = self.event.capacity is not None or self.event.has_own_limits
        return len(self.people) > 1 and has_limit and self.event.has_waiting_list

    def require_invoice(self):
        """Now that something has to be paid, refuse a form that does not say by whom."""
        if not self.cleaned_data.get("invoice_name"):
            self.add_error("invoice_name", "Vul in op welke naam de factuur komt.")
        if not self.cleaned_data.get("invoice_address"):
            self.add_error("invoice_address", "Vul het adres voor de factuur in.")
        return not self.errors
