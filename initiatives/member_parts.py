"""What hangs under an example, as its library fills it in: sources, partners, figures, a photo, whom to call."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from partners.models import Organisation
from partners.querysets import in_force_on
from sources.called import source_called
from sources.fields import WebAddressField
from sources.models import Source

from .forms import PhotoForm
from .initiative_fillings import ParticipationFilling
from .member_contact import ContactPart
from .member_part import MemberPart
from .members import propose_filling
from .models import Figure, Participation, Photo

NO_NUMBER = "Vul een getal in, zoals 12 of 12,5."


class SourcePart(MemberPart, forms.Form):
    """Where it can be read."""

    key = "bron"
    heading = "Bronnen"
    title = forms.CharField(
        label="artikel, rapport of pagina",
        max_length=250,
    )
    url = WebAddressField(label="webadres van de bron")

    def present(self):
        return [(source.pk, str(source)) for source in self.initiative.sources.all()]

    def take_away(self, numbers):
        self.initiative.sources.remove(*numbers)

    def add(self, initiative, library):
        typed = self.cleaned_data
        initiative.sources.add(
            source_called(typed["title"], Source.Kind.ARTICLE, typed["url"])
        )


class PartnerPart(MemberPart, forms.Form):
    """Who takes part, in which role."""

    key = "partner"
    heading = "Met wie"
    name = forms.CharField(
        label="organisatie",
        max_length=200,
        help_text="Typ een paar letters en kies. Staat ze er niet bij? Schrijf dan de hele naam.",
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label="wat doet die organisatie?",
        choices=[("", "Kies"), *Participation.Role.choices],
        error_messages={"required": "Kies wat de organisatie doet."},
    )
    note = forms.CharField(
        label="toelichting op de rol",
        max_length=300,
        required=False,
    )

    def present(self):
        others = self.initiative.participations.exclude(role=Participation.Role.LEAD)
        present = []
        for participation in others.select_related("organisation"):
            role = participation.get_role_display().lower()
            present.append((participation.pk, f"{participation.organisation}, {role}"))
        return present

    def take_away(self, numbers):
        others = self.initiative.participations.exclude(role=Participation.Role.LEAD)
        others.filter(pk__in=numbers).delete()

    def add(self, initiative, library):
        """Link an organisation that we know; one that we do not is a proposal, since a curator describes it first."""
        typed = self.cleaned_data
        known = organisation_called(typed["name"])
        if known:
            Participation.objects.get_or_create(
                initiative=initiative,
                organisation=known,
                role=typed["role"],
                defaults={"note": typed["note"]},
            )
            return
        values = {
            "organisation_name": typed["name"],
            "role": typed["role"],
        }
        filling = ParticipationFilling(values, initiative=initiative)
        if filling.is_valid():
            propose_filling(
                form=filling,
                explanation=typed["note"],
                now=timezone.now(),
            )


class FigurePart(MemberPart, forms.Form):
    """A number with its source."""

    key = "cijfer"
    heading = "Cijfers"
    label = forms.CharField(
        label="wat is er geteld?",
        max_length=200,
        help_text="Bijvoorbeeld: deelnemers.",
    )
    qualifier = forms.CharField(
        label="wat staat ervoor?",
        max_length=20,
        required=False,
        help_text="Bijvoorbeeld: zo’n, ruim, meer dan.",
    )
    value = forms.DecimalField(
        label="het cijfer",
        max_digits=14,
        decimal_places=2,
        localize=True,
        error_messages={"invalid": NO_NUMBER},
    )
    unit = forms.CharField(
        label="eenheid",
        max_length=30,
        required=False,
        help_text="Bijvoorbeeld % of €.",
    )
    period = forms.CharField(
        label="over welk jaar of welke periode?",
        max_length=60,
    )
    source_title = forms.CharField(
        label="waar staat dit cijfer?",
        max_length=250,
    )
    source_url = WebAddressField(label="webadres van het cijfer")

    def present(self):
        present = []
        for figure in self.initiative.figures.all():
            present.append((figure.pk, f"{figure}: {figure.value.normalize():f}"))
        return present

    def take_away(self, numbers):
        self.initiative.figures.filter(pk__in=numbers).delete()

    def add(self, initiative, library):
        typed = self.cleaned_data
        source = source_called(
            typed["source_title"],
            Source.Kind.DATASET,
            typed["source_url"],
        )
        shown = {name: typed[name] for name in ("value", "qualifier", "unit")}
        Figure.objects.update_or_create(
            initiative=initiative,
            label=typed["label"],
            period=typed["period"],
            defaults={**shown, "source": source},
        )


class PhotoPart(MemberPart, PhotoForm):
    """A picture, with who made it."""

    key = "foto"
    heading = "Foto’s"

    class Meta:
        model = Photo
        fields = ["image", "alt_text", "caption", "credit"]

    def present(self):
        return [(photo.pk, str(photo)) for photo in self.initiative.photos.all()]

    def take_away(self, numbers):
        self.initiative.photos.filter(pk__in=numbers).delete()

    def add(self, initiative, library):
        photo = self.save(commit=False)
        photo.initiative = initiative
        photo.save()


PARTS = [PartnerPart, SourcePart, FigurePart, PhotoPart, ContactPart]


def parts_of(initiative, user, data=None, files=None):
    """The forms of all parts, as this user fills them in; ``initiative`` is ``None`` where there is none yet."""
    libraries = list(user.memberships.active().values_list("library", flat=True))
    return [
        part(
            data,
            files,
            initiative=initiative,
            libraries=libraries,
        )
        for part in PARTS
    ]


def save_parts(parts, *, initiative, library, taken_away):
    """Write down what was filled in, and take away what was ticked (values of ``boxes``)."""
    for part in parts:
        numbers = []
        for value, _ in part.boxes:
            if value in taken_away:
                numbers.append(value.split("-")[1])
        if numbers:
            part.take_away(numbers)
        if part.has_changed():
            part.add(initiative, library)


def organisation_called(name):
    """The organisation with exactly this name or short name, one that is not archived; ``None`` where there is none."""
    today = timezone.localdate()
    named = Organisation.objects.published().filter(
        Q(name__iexact=name) | Q(short_name__iexact=name)
    )
    return named.filter(in_force_on(today)).order_by("pk").first()
