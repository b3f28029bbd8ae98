"""Keeping a note for a term, changing it, and throwing it away."""

from datetime import date, timedelta

from opportunities.models import Note

from .forms import NoteForm, OptionalCalculationForm

TERM = timedelta(days=180)


def keep_note(
    *,
    form: NoteForm,
    calculation_form: OptionalCalculationForm,
    content: dict,
    more: dict,
    today: date,
    note: Note | None = None,
) -> Note:
    """Store what was filled in and what was made of it; an existing ``note`` keeps its address and gets a new term.

    ``more`` is kept beside what the forms say: what was not chosen by hand, and what the maker knows.
    """
    if note is None:
        note = Note()
    note.municipality = form.cleaned_data["gemeente"]
    note.choices = form.choices | more | {"rekenhulp": calculation_form.choices}
    note.content = content
    if form.cleaned_data["logo"] or form.cleaned_data["geen_logo"]:
        note.logo = form.cleaned_data["logo"]
    note.saved_on = today
    note.remove_on = today + TERM
    note.save()
    return note


def forget_notes(*, today: date) -> int:
    """Delete notes whose term is over; returns how many."""
    count, _ = Note.objects.outdated(today).delete()
    return count
