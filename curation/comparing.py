"""Two things of one kind side by side, field by field, to choose from."""

from dataclasses import dataclass

from accounts import kinds

from .field_values import fingerprint, in_words

KEPT = "blijft"
GONE = "ander"


@dataclass(frozen=True)
class ComparedField:
    """One field of both, in words; ``chosen`` is ``KEPT`` or ``GONE`` where somebody has to choose, else empty."""

    name: str
    label: str
    of_kept: str
    of_gone: str
    chosen: str
    errors: tuple = ()

    @property
    def input_name(self):
        """What the choice is called in the form."""
        return f"veld-{self.name}"


def compared_fields(kept, gone, *, chosen=None, errors=None):
    """Every field that at least one of the two has; ``chosen`` is as ``posted_choices`` gives it."""
    chosen = chosen or {}
    errors = errors or {}
    rows = []
    for field in fields_to_choose(kept):
        if is_empty(kept, field) and is_empty(gone, field):
            continue
        of_kept = field_in_words(kept, field)
        of_gone = field_in_words(gone, field)
        choice = ""
        if of_kept != of_gone:
            choice = chosen.get(field.name) or best_choice(kept, field)
        problems = errors.get(field.name, ())
        row = ComparedField(
            name=field.name,
            label=str(field.verbose_name),
            of_kept=of_kept,
            of_gone=of_gone,
            chosen=choice,
            errors=tuple(problems),
        )
        rows.append(row)
    return rows


def is_empty(row, field):
    """Whether a field says nothing."""
    return getattr(row, field.attname) in ("", None, False)


def fields_to_choose(row):
    """The fields of a thing that somebody types; not its address, and not what changes by steps of its own."""
    own = {"slug", *getattr(row, "NEVER_RESTORED", ())}
    fields = []
    for field in kinds.columns_of(row):
        is_typed = field.editable and not field.primary_key
        if is_typed and field.name not in own:
            fields.append(field)
    return fields


def best_choice(kept, field):
    """The value that is proposed: its own, unless it has none."""
    value = getattr(kept, field.attname)
    if value == "" or value is None:
        return GONE
    return KEPT


def field_in_words(row, field):
    """The whole value of a field as a person reads it."""
    if field.choices:
        label_of_choice = getattr(row, f"get_{field.name}_display")
        return str(label_of_choice() or "")
    return in_words(getattr(row, field.name))


def linked_things(kept, gone):
    """(label, of the one, of the other) of what both point to with several; all of it stays."""
    rows = []
    for field in kinds.links_of(kept):
        label = str(field.verbose_name)
        of_kept = in_words(getattr(kept, field.name))
        of_gone = in_words(getattr(gone, field.name))
        if of_kept or of_gone:
            rows.append((label, of_kept, of_gone))
    return rows


def posted_choices(posted, row):
    """{name of field: ``KEPT`` or ``GONE``} of what was sent; what is neither counts as not chosen."""
    choices = {}
    for field in fields_to_choose(row):
        choice = posted.get(f"veld-{field.name}")
        if choice in (KEPT, GONE):
            choices[field.name] = choice
    return choices


def chosen_values(kept, gone, choices):
    """{column: value} of what is kept from now on."""
    values = {}
    for field in fields_to_choose(kept):
        choice = choices.get(field.name, best_choice(kept, field))
        source = kept
        if choice == GONE:
            source = gone
        values[field.attname] = getattr(source, field.attname)
    return values


def columns_of(row):
    """{column: value as text, or ``None``} of what is stored of a row, without when it was saved."""
    values = {}
    for field in kinds.columns_of(row):
        if field.primary_key or kinds.is_set_by_saving(field):
            continue
        values[field.attname] = None
        if getattr(row, field.attname) is not None:
            values[field.attname] = field.value_to_string(row)
    return values


def fingerprint_of_both(one, other):
    """A short text that is another one as soon as either has been changed."""
    both = {}
    for row in sorted([one, other], key=lambda row: row.pk):
        both[str(row.pk)] = columns_of(row)
    return fingerprint(both)
