"""Choosing between sessions on a form: one for each round, and a place in the queue for those that are full."""

from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError

from .models import Session
from .registering import is_full, places_left

OTHER_ROUND = "Deze deelsessie hoort niet bij deze ronde. Kies een andere."
ONE_EACH_ROUND = "Kies één deelsessie per ronde."


@dataclass(frozen=True)
class Round:
    """Sessions at the same time; ``title`` is what the form asks."""

    number: int
    title: str
    sessions: tuple


@dataclass(frozen=True)
class Option:
    """One line to choose; ``note`` says how many places there are."""

    id: str
    name: str
    value: str
    session: Session
    note: str
    is_chosen: bool
    is_disabled: bool = False


def rounds_of(sessions):
    """Rounds in order, from sessions that are loaded with places taken."""
    parallel = sorted((each for each in sessions if each.round), key=lambda each: each.round)
    grouped = [(number, tuple(group)) for number, group in groupby(parallel, key=lambda each: each.round)]
    return [Round(number, _title(number, group, len(grouped)), group) for number, group in grouped]


def _title(number, sessions, count):
    hours = {each.begins for each in sessions}
    hour = next(iter(hours)) if len(hours) == 1 else None
    when = f" om {hour:%H.%M} uur" if hour else ""
    return f"Kies een deelsessie{when}" if count == 1 else f"Ronde {number}{when}: kies een deelsessie"


def note_of(session):
    """How many places are left, in words; nothing where there is no limit."""
    if is_full(session):
        return "Vol"
    left = places_left(session)
    return {None: "", 1: "1 plek"}.get(left, f"{left} plekken")


class ChoosesSessions:
    """For a form on which somebody chooses sessions; ``had`` are numbers of those that they may keep, full or not."""

    def add_rounds(self, rounds, had=()):
        """Ask for these rounds."""
        self.rounds, self.had = rounds, set(had)
        for each in rounds:
            choices = [(str(session.pk), session.title) for session in each.sessions]
            self.fields[f"round_{each.number}"] = forms.ChoiceField(
                choices=choices, required=False, label=each.title, error_messages={"invalid_choice": OTHER_ROUND}
            )
            self.fields[f"wait_{each.number}"] = forms.MultipleChoiceField(
                choices=choices, required=False, label="Wachtlijst", error_messages={"invalid_choice": OTHER_ROUND}
            )

    def check_rounds(self, *, may_be_full=False):
        """Refuse two sessions in one round; and one that is full, unless whoever gives the places says so."""
        for each in self.rounds:
            name = f"round_{each.number}"
            if hasattr(self.data, "getlist") and len(self.data.getlist(self.add_prefix(name))) > 1:
                self.add_error(name, ValidationError(ONE_EACH_ROUND))
            if self._errors.pop(f"wait_{each.number}", None):
                self.add_error(name, OTHER_ROUND)  # they stand under one heading
            for session in each.sessions:
                is_chosen = self.cleaned_data.get(name) == str(session.pk)
                if is_chosen and not may_be_full and session.pk not in self.had and is_full(session):
                    self.add_error(name, f"‘{session}’ is vol. Kies een andere, of ga op de wachtlijst.")

    @property
    def chosen_sessions(self):
        """Those that somebody goes to."""
        return tuple(s for r in self.rounds for s in r.sessions if self.cleaned_data[f"round_{r.number}"] == str(s.pk))

    @property
    def waited_sessions(self):
        """Those that somebody wants to go to when a place is free."""
        chosen = self.chosen_sessions
        found = [s for r in self.rounds for s in r.sessions if str(s.pk) in self.cleaned_data[f"wait_{r.number}"]]
        return tuple(session for session in found if session not in chosen)

    @property
    def questions(self):
        """(round, field, options, id of 'later', whether that is chosen, options of the queue) for the page."""
        return [self._question(each) for each in self.rounds]

    def _question(self, asked):
        field, queue = self[f"round_{asked.number}"], self[f"wait_{asked.number}"]
        chosen, waited = str(field.value() or ""), [str(value) for value in queue.value() or []]
        options = [self._option(field, each, chosen == str(each.pk)) for each in asked.sessions]
        queued = [
            self._option(queue, each, str(each.pk) in waited, in_queue=True)
            for each in asked.sessions
            if is_full(each) and each.pk not in self.had or str(each.pk) in waited
        ]
        is_later = not any(option.is_chosen for option in options)
        return {"field": field, "options": options, "is_later": is_later, "queue": queued}

    def _option(self, field, session, is_chosen, *, in_queue=False):
        is_shut = not in_queue and is_full(session) and session.pk not in self.had
        note = "Voor jou" if session.pk in self.had else note_of(session)
        return Option(
            id=f"{field.auto_id}_{session.pk}",
            name=field.html_name,
            value=str(session.pk),
            session=session,
            note=note,
            is_chosen=is_chosen and not is_shut,
            is_disabled=is_shut,
        )
