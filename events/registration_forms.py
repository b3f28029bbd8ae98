"""The questions to who registers: about the booking once, and about each person."""

from django import forms

from .models import Event, Registration
from .registration_fields import AddressField, LineField, TextField
from .session_choosing import PublicSessionsForm

NO_SECTOR = "Kies wat het best past."
ON_SITE, ONLINE = "op-locatie", "online"
NO_ADDRESS = "Vul je e-mailadres in: daar sturen we de bevestiging naartoe."
INVOICE = ("invoice_name", "invoice_address", "invoice_email", "invoice_reference")


class BookingForm(forms.Form):
    """Where the confirmation goes, and the invoice when there is something to pay."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    email = AddressField(
        required=True,
        label="E-mailadres",
        help_text="Hier sturen we de bevestiging naartoe.",
        told=NO_ADDRESS,
        autocomplete="email",
    )
    invoice_name = LineField(max_length=200, required=False, label="Op naam van", autocomplete="billing organization")
    invoice_address = TextField(
        max_length=500,
        required=False,
        label="Adres",
        widget=forms.Textarea(attrs={"rows": 3}),
        autocomplete="billing street-address",
    )
    invoice_email = AddressField(required=False, label="E-mailadres voor de factuur")
    invoice_reference = LineField(
        max_length=60, required=False, label="Kenmerk", help_text="Bijvoorbeeld een inkoopnummer."
    )
    website = forms.CharField(required=False)  # the honeypot: empty when a person fills the form in

    def __init__(self, *args, has_invoice, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_invoice:
            for name in INVOICE:
                del self.fields[name]

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

    def require_invoice(self):
        """Now that something has to be paid, refuse a form that does not say by whom."""
        if not self.cleaned_data.get("invoice_name"):
            self.add_error("invoice_name", "Vul in op welke naam de factuur komt.")
        if not self.cleaned_data.get("invoice_address"):
            self.add_error("invoice_address", "Vul het adres voor de factuur in.")
        return not self.errors


class PersonForm(PublicSessionsForm):
    """One person who comes."""

    name = LineField(max_length=120, label="Naam", told="Vul de naam in.", autocomplete="name")
    email = AddressField(
        required=False,
        label="Eigen e-mailadres",
        help_text="Alleen als deze persoon een eigen e-mailadres heeft dat anders is dan dat hierboven.",
    )
    organisation = LineField(
        max_length=200,
        label="Organisatie",
        told="Vul de naam van de organisatie in.",
        help_text="Typ de naam. Staat de organisatie op deze site, kies haar dan uit de lijst.",
        autocomplete="off",
    )
    province = forms.ChoiceField(
        required=False,
        label="Provincie van de organisatie",
        help_text="Staat de organisatie op deze site, dan weten we de provincie al.",
        error_messages={"invalid_choice": "Kies een provincie uit de lijst."},
    )
    sector = forms.ChoiceField(
        choices=[("", "Kies …"), *Registration.Sector.choices],
        label="Soort organisatie",
        error_messages={"required": NO_SECTOR, "invalid_choice": NO_SECTOR},
    )
    job_title = LineField(max_length=120, required=False, label="Functie", autocomplete="organization-title")
    attendance = forms.ChoiceField(
        choices=[(ON_SITE, "Op locatie"), (ONLINE, "Online")],
        label="Hoe doe je mee?",
        widget=forms.RadioSelect,
        initial=ON_SITE,
        error_messages={"required": "Kies hoe je meedoet.", "invalid_choice": "Kies hoe je meedoet."},
    )
    diet = LineField(max_length=300, required=False, label="Eten en drinken", help_text="Bijvoorbeeld vegetarisch.")
    access = LineField(
        max_length=300,
        required=False,
        label="Toegankelijkheid",
        help_text="Bijvoorbeeld een plek voor een rolstoel of een tolk gebarentaal.",
    )
    is_on_list = forms.BooleanField(
        required=False, label="Zet naam en organisatie op de deelnemerslijst die iedereen vooraf krijgt."
    )
    is_guest = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, event, provinces, rounds, may_be_full=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.provinces, self.event, self.may_be_full = provinces, event, may_be_full
        elsewhere = ("", "Weet ik niet of buiten Nederland")
        self.fields["province"].choices = [elsewhere, *((each.slug, each.name) for each in provinces)]
        if self.prefix != "p0":  # a browser knows who fills the form in, not who comes along
            for name in ("name", "job_title"):
                self.fields[name].widget.attrs["autocomplete"] = "off"
        if event.attendance != Event.Attendance.HYBRID:
            del self.fields["attendance"]
        self.add_rounds(rounds)

    def clean(self):
        """One session for each round, with places left."""
        self.check_rounds(may_be_full=self.may_be_full)

    def clean_province(self):
        """The province itself, or ``None``."""
        return next((each for each in self.provinces if each.slug == self.cleaned_data["province"]), None)

    @property
    def takes_part_online(self):
        """Whether this person comes over the internet."""
        return self.cleaned_data.get("attendance", self.event.attendance) == ONLINE

    @property
    def is_of_a_guest(self):
        """Whether the page calls this person a guest."""
        return str(self["is_guest"].value() or "").lower() not in ("", "false")

    @property
    def about_person(self):
        """Fields that stand under each other, in the order of the page."""
        return [self[name] for name in ("sector", "job_title")]

    @property
    def wishes(self):
        """Fields about food and access, which are kept apart."""
        return [self["diet"], self["access"]]
