"""What a proposal would change, field by field, as the page on which a curator decides shows it."""

from .decisions import FieldChange
from .fillings import filling_called, filling_of, plain
from .member_forms import in_words, label_of, values_of


def field_changes(proposal):
    """The fields of a proposal with what they were, are and would become."""
    if proposal.filling:
        return filling_changes(proposal)
    changes = []
    for name, now in values_of(proposal.initiative).items():
        if name not in proposal.values:
            continue
        value = proposal.values[name]
        change = FieldChange(
            name=name,
            label=label_of(name),
            old=in_words(name, value["old"]),
            now=in_words(name, now),
            new=in_words(name, value["new"]),
        )
        changes.append(change)
    return changes


def filling_changes(proposal):
    """The same of what a reader filled in; nothing where its form is one that the site no longer has."""
    if filling_called(proposal.filling) is None:
        return []
    form = filling_of(proposal)
    known = form.current()
    changes = []
    for name, field in form.fields.items():
        if name not in proposal.values:
            continue
        value = proposal.values[name]
        now = plain(known.get(name, ""))
        change = FieldChange(
            name=name,
            label=str(field.label),
            old=form.in_words(name, value["old"]),
            now=form.in_words(name, now),
            new=form.in_words(name, value["new"]),
            names_thing=name == form.names_thing,
        )
        changes.append(change)
    return changes
