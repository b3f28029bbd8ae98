"""Two people in one form: nobody overwrites what somebody else saved without seeing it first."""

import json
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from accounts import kinds
from history.timeline import timeline
from wording.enumerations import joined

from .field_values import fingerprint, value_in_words
from .several_fields import MistakesAtFields

OPENED = "opened"  # the name of the hidden field, after the prefix of its form
SOMEBODY = "Iemand anders"


class KeptField(NamedTuple):
    """A field that somebody else changed, and who that was as far as it may be said."""

    label: str
    who: str


class KeepsOthersEdits(MistakesAtFields):
    """A model form that knows how its row was when somebody opened the page.

    The page carries a fingerprint of every field (``opened_input``). What somebody else changed since is kept where
    this person left it alone (``kept``, those fields). Where both changed a field the form is refused and
    says what stands there now; saved once more it is taken, as it was then seen. Of a row within another form that
    somebody else deleted, ``lost`` is what this person had changed in it, in words.
    """

    names_others = True  # whether the sentence may say who changed it

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept = []
        self.lost = []
        self.opened = self._posted_fingerprints()

    @property
    def kept_in_words(self):
        """What to tell who saved it; empty where nobody else changed anything."""
        return kept_in_words(self.kept)

    @property
    def opened_input(self):
        """The hidden field for the page; nothing for a row that is new."""
        if self.instance.pk is None:
            return ""
        value = self.opened
        if not self.is_bound:
            value = self._fingerprints_now()
        return format_html(
            '<input type="hidden" name="{}" value="{}">',
            self.add_prefix(OPENED),
            json.dumps(value),
        )

    def _posted_fingerprints(self):
        """{field: fingerprint} that came with the form; empty where it carried none that can be read."""
        if not self.is_bound:
            return {}
        try:
            text = self.data.get(self.add_prefix(OPENED), "{}")
            posted = json.loads(text)
        except (ValueError, RecursionError):
            return {}
        if not isinstance(posted, dict):
            return {}
        return posted

    def _fingerprints_now(self):
        """{field: fingerprint} of the row as it is stored."""
        prints = {}
        for name, field in self.fields.items():
            stored = self.get_initial_for_field(field, name)
            prints[name] = fingerprint(stored)
        return prints

    def _clean_fields(self):
        """Compare three: what was seen, what is stored, and what was sent."""
        super()._clean_fields()
        if self._is_of_deleted_row():
            self._note_what_is_lost()
        elif self.opened and self.instance.pk:
            self._compare_with_stored()

    def _post_clean(self):
        """There is nothing to compare a deleted row with."""
        if not self._is_of_deleted_row():
            super()._post_clean()

    def _compare_with_stored(self):
        now = self._fingerprints_now()
        for name, seen in self.opened.items():
            was_changed = name in now and now[name] != seen
            if was_changed and name in self.cleaned_data:
                self._clean_changed_field(name, seen, now[name])
                self.opened[name] = now[name]

    def _clean_changed_field(self, name, seen, now):
        sent = fingerprint(self.cleaned_data[name])
        if sent == now:
            return
        if sent == seen:
            self._keep_stored_value(name)
        else:
            self.add_error(name, self._sentence(name))

    def _keep_stored_value(self, name):
        stored = getattr(self.instance, name, self.initial.get(name))
        if hasattr(stored, "all"):
            stored = stored.all()
        self.cleaned_data[name] = stored
        self.fields[name].bound_data = show_stored
        label = str(self.fields[name].label)
        who = self._who_last_changed(name)
        self.kept.append(KeptField(label, who))
        self.changed_data = [other for other in self.changed_data if other != name]

    def _is_of_deleted_row(self):
        """Whether this was sent of a row, within the form of another, that is no longer there."""
        key = kinds.key_of(self.instance).name
        if not self.is_bound or self.instance.pk or key not in self.fields:
            return False
        beginning = f"{self.prefix}-"
        own_names = [name for name in self.data if name.startswith(beginning)]
        is_shown_no_more = not own_names
        number = self.data.get(self.add_prefix(key))
        return is_shown_no_more or bool(number)

    def _note_what_is_lost(self):
        """Nothing is stored of it; what this person had changed is told by the rows around it."""
        self.errors.clear()
        self.changed_data = []
        for name, value in self.cleaned_data.items():
            if name not in self.opened or fingerprint(value) == self.opened[name]:
                continue
            label = self.fields[name].label
            self.lost.append(f"{label}: {value_in_words(value)}")

    def _sentence(self, name):
        now = stored_in_words(self.instance, name)
        stands = "Het is nu leeg."
        if now:
            stands = f"Daar staat nu: ‘{now}’."
        return (
            f"{self._who_changed(name)} veranderd, terwijl jij bezig was. {stands} "
            "Wat jij invulde, staat hier nog. Bewaar je het nog een keer, dan komt dat ervoor in de plaats."
        )

    def _who_changed(self, name):
        """``Bo heeft dit op 3 maart om 14:05``, as far as the history knows and this person may see."""
        change = last_change(self.instance, name)
        if change is None:
            return f"{SOMEBODY} heeft dit"
        when = moment_in_words(change.moment)
        if self.names_others:
            return f"{change.who} heeft dit {when}"
        return f"{SOMEBODY} heeft dit {when}"

    def _who_last_changed(self, name):
        """Who that was, as far as the history knows and this person may see."""
        change = last_change(self.instance, name)
        if change is None or not self.names_others:
            return SOMEBODY
        return change.who


def lock(rows):
    """Let nobody else save these rows until the transaction ends."""
    locked = rows.select_for_update(no_key=True)
    # an order could lock other tables
    list(locked.order_by().values_list("pk"))


def show_stored(data, stored):
    """What a field shows when its form comes back, in place of ``Field.bound_data``: not what was sent."""
    return stored


def kept_in_words(kept):
    """Sentences about these fields: who changed which; empty for none."""
    names = {}
    for field in kept:
        names.setdefault(field.who, set()).add(field.label)
    sentences = []
    for who, labels in names.items():
        changed = joined(sorted(labels))
        sentences.append(f"{who} veranderde intussen: {changed}.")
    if sentences:
        sentences.append("Dat is ook bewaard.")
    return " ".join(sentences)


def last_change(row, name):
    """The newest entry in the history of a row in which this field became something else; ``None`` without one."""
    label = str(kinds.field_of(row, name).verbose_name)
    for entry in timeline(row):
        for change in entry.changes:
            if change.what == label:
                return entry
    return None


def moment_in_words(moment):
    """When it was: on which day, and at what time."""
    return date_format(localtime(moment), "\\o\\p j F \\o\\m H:i")


def stored_in_words(row, name):
    """The stored value of a field as a person reads it."""
    stored = getattr(row, name)
    if kinds.field_of(row, name).choices:
        label_of_choice = getattr(row, f"get_{name}_display")
        stored = label_of_choice()
    return value_in_words(stored)
