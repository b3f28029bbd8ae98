"""Keeping a note for a term, changing it, and throwing it away."""

from datetime import timedelta

from opportunities.models import Note

TERM = timedelta(days=180)


def keep_note(*, form, calculation_form, content, today, note=None):
    """Store what was filled in and what was made of it; an existing ``note`` keeps its address and gets a new term."""
    note = note or Note()
    note.municipality = form.cleaned_data["gemeente"]
    note.choices = form.choices | {"rekenhulp": _filled_in(calculation_form)}
    note.content = content
    note.saved_on, note.remove_on = today, today + TERM
    note.save()
    return note


def _filled_in(form):
    """The texts of the rekenhulp as they were typed."""
    return {name: form.data.get(name, "") for name in form.fields} if form.is_wanted else {}


def forget_notes(*, today):
    """Delete notes whose term is over; returns how many."""
    return Note.objects.outdated(today).delete()[0]
