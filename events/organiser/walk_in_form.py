"""What is asked of somebody at the door who did not register."""

from django import forms
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from events.actions.people import Person
from events.directory import called, meant
from events.models import Registration
from events.person_form import ABROAD, province_choices
from events.registration_fields import AmountField
from events.session_choosing import rounds_of
from partners.models import Province

from .forms import KeyField, OrganiserSessionsForm

NO_PRICE = "Voor deze deelnemer is geen prijs vastgesteld. Vul een bedrag in."


class WalkInForm(OrganiserSessionsForm):
    """Somebody at the door who did not register."""

    key = KeyField()
    name = forms.CharField(
        label="Naam",
        max_length=120,
        widget=UnfoldAdminTextInputWidget,
    )
    organisation_name = forms.CharField(
        label="Organisatie",
        max_length=200,
        required=False,
        help_text="Typ de naam. Staat de organisatie op deze site, kies haar dan uit de lijst.",
        widget=UnfoldAdminTextInputWidget(
            attrs={"list": "organisaties", "autocomplete": "off"}
        ),
    )
    sector = forms.ChoiceField(
        label="Soort deelnemer",
        choices=Registration.Sector.choices,
        widget=UnfoldAdminSelectWidget,
    )
    province = forms.ChoiceField(
        label="Provincie van de organisatie",
        required=False,
        help_text="Alleen nodig als de prijs ervan afhangt en de organisatie niet in de lijst staat.",
        widget=UnfoldAdminSelectWidget,
    )
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        help_text="Hoeft niet. Daar gaan mails van na afloop naartoe.",
        widget=UnfoldAdminTextInputWidget,
    )
    amount = AmountField(
        help_text="Laat leeg voor de prijs die bij deze deelnemer hoort.",
        widget=UnfoldAdminTextInputWidget,
    )

    is_other = forms.BooleanField(
        required=False,
        label="Dit is iemand anders met dezelfde naam",
    )

    def __init__(self, event, data=None):
        super().__init__(data, auto_id="inloop_%s")
        if not self.data.get("is_other"):
            # the box comes with the question
            self.fields["is_other"].widget = forms.HiddenInput()
        self.provinces = {}
        for province in Province.objects.order_by("sort_key"):
            self.provinces[province.slug] = province
        self.fields["province"].choices = province_choices(self.provinces.values())
        rounds = rounds_of(event.sessions.parallel().with_places_taken().with_labels())
        self.add_rounds(self.session_field, "Ronde {}", rounds)

    def person(self, today):
        """Who this is, as ``walk_in`` wants it."""
        values = self.cleaned_data
        name = values["organisation_name"]
        province = self.provinces.get(values["province"])
        organisations = called([name], today=today)[name]
        return Person(
            name=values["name"],
            sector=values["sector"],
            email=values["email"],
            organisation=meant(
                organisations,
                sector=values["sector"],
                province=province,
            ),
            organisation_name=name,
            province=province,
            is_abroad=values["province"] == ABROAD,
            sessions=self.chosen_sessions,
        )

    def refuse(self, error):
        """Say why somebody cannot come in so, at the field that it is about."""
        if error.field == "price":
            self.add_error("amount", NO_PRICE)
        elif error.field == "province":
            self.add_error("province", str(error))
        elif error.field == "is_other":
            self.fields["is_other"].widget = forms.CheckboxInput()
            self.add_error("is_other", str(error))
        else:
            self.add_error(None, str(error))
