"""The whole programme on one page, to change in place."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from curation.choosers import is_number
from curation.free_slugs import free_slug
from curation.simultaneous_edits import KeepsOthersEdits, kept_in_words, lock
from curation.simultaneous_pages import TellsWhatIsLost
from events.actions.announcing import untold_changes
from events.actions.locking import lock_event
from events.actions.places import lapse_offers_of
from events.actions.rounds import duplicate_round
from events.admin_forms import SessionForm
from events.clashes import clashes
from events.models import Appearance, Event, Session
from events.session_choosing import rounds_of

from .access import address_of, page_of

EMPTY_ROWS = 3
MORE_ROWS = 12
NO_ROUND = "Deze ronde is er niet."
MOST_ROWS = 200
CHOSEN = "Voor ‘{}’ hebben al mensen gekozen. Verplaats hen eerst naar een andere deelsessie."


class SessionRow(KeepsOthersEdits, SessionForm):
    """One session as a row; what somebody else changed in it meanwhile is kept."""

    class Meta:
        model = Session
        fields = [
            "title",
            "kind",
            "round",
            "date",
            "begins",
            "ends",
            "room",
            "capacity",
            "position",
        ]
        widgets = {
            "title": UnfoldAdminTextInputWidget,
            "kind": UnfoldAdminSelectWidget,
            "round": forms.NumberInput(
                attrs={"class": "cur-input cur-input--number", "min": 1}
            ),
            "date": forms.DateInput(
                format="%Y-%m-%d",
                attrs={"type": "date", "class": "cur-input"},
            ),
            "begins": forms.TimeInput(
                format="%H:%M",
                attrs={"type": "time", "class": "cur-input"},
            ),
            "ends": forms.TimeInput(
                format="%H:%M",
                attrs={"type": "time", "class": "cur-input"},
            ),
            "room": forms.TextInput(attrs={"class": "cur-input"}),
            "capacity": forms.NumberInput(
                attrs={"class": "cur-input cur-input--number", "min": 1}
            ),
            "position": forms.NumberInput(
                attrs={"class": "cur-input cur-input--number", "min": 0}
            ),
        }


class ProgrammeFormSet(TellsWhatIsLost, forms.BaseModelFormSet):
    """All sessions of one event; ``event`` is what new ones hang under."""

    def __init__(self, *args, event, **kwargs):
        self.event = event
        everybody = Prefetch(
            "appearances",
            Appearance.objects.with_speakers(),
            to_attr="all_roles",
        )
        sessions = event.sessions.for_programme().prefetch_related(everybody)
        super().__init__(*args, queryset=sessions, prefix="onderdeel", **kwargs)

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.instance.event = self.event
        return form

    def clean(self):
        """What somebody chose stays."""
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and form.instance.choices.exists():
                raise ValidationError(CHOSEN.format(form.instance))

    def save_new(self, form, commit=True):  # noqa: FBT002 Django calls it so
        title = slugify(form.cleaned_data["title"])
        form.instance.slug = free_slug(Session, f"{self.event.slug[:60]}-{title[:50]}")
        return super().save_new(form, commit)


Programme = forms.modelformset_factory(
    Session,
    form=SessionRow,
    formset=ProgrammeFormSet,
    extra=EMPTY_ROWS,
    can_delete=True,
    max_num=MOST_ROWS,
    absolute_max=MOST_ROWS
    + MORE_ROWS,  # else a form that says so makes a thousand rows, in seven seconds
)


@require_http_methods(["GET", "POST"])
def programme(request, event):
    """Every session as a row of one form, with what clashes above; ``ronde`` (POST) holds a round once more."""
    if request.method == "POST" and "ronde" in request.POST:
        return once_more(request, event)
    rows = Programme(request.POST or None, event=event)
    rows.extra = number_of_rows(request)
    if request.method == "POST" and _saved(rows):
        messages.success(
            request,
            f"Het programma is bewaard. {kept_of(rows)}".strip(),
        )
        following = "tell" if untold_changes(event) else "programme"
        return redirect(address_of(event, following))
    loaded = Event.objects.for_page().get(pk=event.pk)
    context = {
        "rows": rows,
        "warnings": clashes(loaded),
        "rounds": rounds_of(loaded.sessions.all()),
    }
    return page_of(request, event, "programme", "Programma", **context)


def number_of_rows(request):
    """How many empty rows there are; more of them where the address asks so."""
    if request.GET.get("rijen") == "meer":
        return MORE_ROWS
    return EMPTY_ROWS


def once_more(request, event):
    """Hold the sessions of a round once more."""
    number = request.POST["ronde"]
    made = (
        duplicate_round(event=event, number=int(number)) if is_number(number) else None
    )
    if made:
        messages.success(
            request,
            f"Ronde {made} is gemaakt, zonder tijden. Vul in wanneer die is.",
        )
    else:
        messages.error(request, NO_ROUND)
    return redirect(address_of(event, "programme"))


def kept_of(rows):
    """What to tell of fields that somebody else changed meanwhile."""
    kept = []
    for form in rows.initial_forms:
        kept += form.kept
    return kept_in_words(kept)


@transaction.atomic
def _saved(rows):
    """Whether all was right and is stored; meanwhile nobody chooses what may be taken away."""
    lock_event(rows.event.pk)
    lock(rows.event.sessions.all())  # their own forms change them too
    if rows.is_valid():
        rows.save()
        # more places are offered at once
        lapse_offers_of(rows.event.pk, timezone.now())
    return rows.is_valid()
