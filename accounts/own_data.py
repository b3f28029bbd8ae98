"""What the site keeps about somebody with an account, gathered from what every app declares in ``retention.py``."""

from django.db.models import ForeignKey, JSONField

from retention.schedule import SCHEDULE

from . import kinds

# last parts of a path that lead to an e-mail address
ADDRESSES = {"email", "username", "to"}


def own_data(user):
    """``[{wat, waarom, hoe lang, gegevens}]`` of all that has something about this user."""
    parts = []
    for retention in SCHEDULE:
        rows = []
        for own in retention.own:
            rows += own_rows(own, user)
        if rows:
            part = {
                "wat": retention.what,
                "waarom": retention.why,
                "hoe lang": retention.how_long,
                "gegevens": rows,
            }
            parts.append(part)
    return parts


def own_rows(own, user):
    """The rows of one table that are about this user, with the names that forms give their fields."""
    if own.rows:
        return own.rows(user.pk)
    fields = [kinds.field_of(own.table, name) for name in own.fields]
    related = []
    for field in fields:
        if isinstance(field, ForeignKey):
            related.append(field.name)
    theirs = (
        own.table._base_manager.filter(**whose(own.by, user))
        .select_related(*related)
        .order_by("pk")
    )
    return [shown_row(row, fields, own.words) for row in theirs]


def whose(path, user):
    """The condition that leads to this user, or to what has their address."""
    if path.rpartition("__")[2] in ADDRESSES:
        return {f"{path}__iexact": user.email}
    return {path: user.pk}


def shown_row(row, fields, words):
    """``{name of a field: value}``; of another entry what it is called, of a choice its word."""
    shown = {}
    for field in fields:
        value = getattr(row, field.name)
        if isinstance(field, ForeignKey) and value is not None:
            value = str(value)
        elif field.choices:
            value = getattr(row, f"get_{field.name}_display")()
        elif isinstance(field, JSONField):
            value = in_words(value, words)
        shown[words.get(field.name) or str(field.verbose_name)] = value
    return shown


def in_words(value, words):
    """The same JSON with our words for the names in it."""
    if isinstance(value, list):
        return [in_words(part, words) for part in value]
    if not isinstance(value, dict):
        return value
    named = {}
    for name, part in value.items():
        named[words.get(name, name)] = in_words(part, words)
    return named
