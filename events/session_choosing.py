"""Choosing between sessions on a form: one for each round, and a place in the queue for those that are full."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError

from .free_places import is_full, places_left
from .models import Session
from .wording import day_of

OTHER_ROUND = "Deze deelsessie hoort niet bij deze ronde. Kies een andere."
NO_ROOM_FOR = (
    "In ‘{}’ is geen plek meer voor {}. Kies een andere, of ga op de wachtlijst."
)
ONE_EACH_ROUND = "Kies één deelsessie per ronde."


@dataclass(frozen=True)
class Round:
    """Sessions at the same time; ``title`` is what the form asks."""

    number: int
    title: str
    sessions: tuple


@dataclass(frozen=True)
class SessionOption:
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
    by_number = {}
    for session in sessions:
        if session.round:
            by_number.setdefault(session.round, []).append(session)
    rounds = []
    for number in sorted(by_number):
        title = _title(
            number,
            by_number[number],
            len(by_number),
        )
        rounds.append(Round(number, title, tuple(by_number[number])))
    return rounds


def _title(number, sessions, count):
    hours = {session.begins for session in sessions}
    days = {day_of(session) for session in sessions}
    begins = hours.pop()
    day = days.pop()
    when = ""
    if day and not days:
        when = f" op {day}"
    if begins and not hours:
        when = f"{when} om {begins:%H.%M} uur"
    if count == 1:
        return f"Kies een deelsessie{when}"
    return f"Ronde {number}{when}: kies een deelsessie"


def note_of(session):
    """How many places are left, in words; nothing where there is no limit."""
    if is_full(session):
        return "Vol"
    left = places_left(session)
    if left is None:
        return ""
    if left == 1:
        return "1 plek"
    return f"{left} plekken"


class SessionsForm(forms.Form):
    """A form on which sessions are chosen, in a field for each round; another may hold those that are waited for."""

    session_field = "round_{}"  # with the number of the round
    queue_field = "wait_{}"
    rounds = ()

    @property
    def chosen_sessions(self):
        """Those that somebody goes to."""
        return self._sessions_in(self.session_field)

    @property
    def waited_sessions(self):
        """Those that somebody wants to go to when a place is free."""
        chosen = self.chosen_sessions
        waited = self._sessions_in(self.queue_field)
        return tuple([session for session in waited if session not in chosen])

    def _sessions_in(self, field):
        sessions = []
        for round_ in self.rounds:
            values = self.cleaned_data.get(field.format(round_.number), "")
            if isinstance(values, str):
                values = [values]
            for session in round_.sessions:
                if str(session.pk) in values:
                    sessions.append(session)
        return tuple(sessions)


class PublicSessionsForm(SessionsForm):
    """Here whoever comes chooses; ``had`` are numbers of sessions that they may keep, full or not."""

    def add_rounds(self, rounds, had=()):
        """Ask for these rounds."""
        self.rounds = rounds
        self.had = set(had)
        # numbers of sessions in which others of the form have the last places
        self.crowded = set()
        for round_ in rounds:
            choices = [(str(session.pk), session.label) for session in round_.sessions]
            self.fields[self.session_field.format(round_.number)] = forms.ChoiceField(
                choices=choices,
                required=False,
                label=round_.title,
                error_messages={"invalid_choice": OTHER_ROUND},
            )
            self.fields[self.queue_field.format(round_.number)] = (
                forms.MultipleChoiceField(
                    choices=choices,
                    required=False,
                    label="Wachtlijst",
                    error_messages={"invalid_choice": OTHER_ROUND},
                )
            )

    def check_rounds(self, *, may_be_full=False):
        """Refuse two sessions in one round; and one that is full, unless whoever gives the places says so."""
        for round_ in self.rounds:
            name = self.session_field.format(round_.number)
            if (
                hasattr(self.data, "getlist")
                and len(self.data.getlist(self.add_prefix(name))) > 1
            ):
                self.add_error(name, ValidationError(ONE_EACH_ROUND))
            if self._errors.pop(self.queue_field.format(round_.number), None):
                self.add_error(name, OTHER_ROUND)  # they stand under one heading
            for session in round_.sessions:
                is_chosen = self.cleaned_data.get(name) == str(session.pk)
                if is_chosen and not may_be_full and self.is_shut(session):
                    self.add_error(
                        name,
                        f"‘{session.label}’ is vol. Kies een andere, of ga op de wachtlijst.",
                    )

    def is_shut(self, session):
        """Whether it is full for who fills this form in."""
        return (
            session.pk in self.crowded
            or is_full(session)
            and session.pk not in self.had
        )

    def take_from(self, left, name):
        """Count what this person chose in ``left`` ({number of a session: places}); who does not fit may wait."""
        for session in self.chosen_sessions:
            free = left.setdefault(session.pk, places_left(session))
            if free == 0:
                self.crowded.add(session.pk)
                field = self.session_field.format(session.round)
                self.add_error(
                    field,
                    NO_ROOM_FOR.format(session.label, name),
                )
            elif free is not None:
                left[session.pk] = free - 1

    @property
    def questions(self):
        """What the page asks of each round: the field, its options, whether *later* is chosen, and the queue."""
        return [self._question(round_) for round_ in self.rounds]

    def _question(self, round_):
        field = self[self.session_field.format(round_.number)]
        queue_field = self[self.queue_field.format(round_.number)]
        chosen = str(field.value() or "")
        waited = [str(value) for value in queue_field.value() or []]
        options = []
        queue = []
        for session in round_.sessions:
            key = str(session.pk)
            is_shut = self.is_shut(session)
            is_chosen = key == chosen and not is_shut
            options.append(
                self._option(
                    field,
                    session,
                    is_chosen=is_chosen,
                    is_disabled=is_shut,
                )
            )
            if is_shut or key in waited:
                queue.append(
                    self._option(queue_field, session, is_chosen=key in waited)
                )
        is_later = not any(option.is_chosen for option in options)
        return {
            "field": field,
            "options": options,
            "is_later": is_later,
            "queue": queue,
        }

    def _option(
        self,
        field,
        session,
        *,
        is_chosen,
        is_disabled=False,
    ):
        note = note_of(session)
        if session.pk in self.had:
            note = "Voor jou"
        return SessionOption(
            id=f"{field.auto_id}_{session.pk}",
            name=field.html_name,
            value=str(session.pk),
            session=session,
            note=note,
            is_chosen=is_chosen,
            is_disabled=is_disabled,
        )
