"""What somebody changed, for who asks what is kept about them."""

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast
from pghistory.models import Context

from accounts import kinds

from .tracking import VersionModel, event_models

NAMES = ("title", "name", "statement")  # fields that say what a row is called
BECAME = {
    "insert": "nieuw",
    "update": "veranderd",
    "delete": "verwijderd",
}


def changes_by(user_id: int) -> list[dict[str, object]]:
    """Each row that this user changed: when, of which kind, what became of it and its name; oldest first, one query."""
    contexts = Context.objects.filter(metadata__user=user_id).values("pk")
    parts = []
    for table, versions in event_models().items():
        theirs = versions.objects.filter(pgh_context__in=contexts)
        parts.append(described(theirs, versions, kinds.name_of(table)))
    first, *others = parts
    rows = first.union(*others, all=True).order_by("pgh_created_at")
    changes = []
    for moment, became, kind, called in rows:
        change = {
            "iets veranderd op": moment,
            "wat": kind,
            "wat ermee gebeurde": BECAME[became],
        }
        if called:
            change["hoe het heette"] = called
        changes.append(change)
    return changes


def described(
    theirs: QuerySet,
    versions: VersionModel,
    kind: str,
) -> QuerySet:
    """(moment, what became of it, of which kind it is, what it was called) of these versions."""
    columns = {field.name for field in kinds.columns_of(versions)}
    name = Value("")
    for field in NAMES:
        if field in columns:
            name = F(field)
    return theirs.values_list(
        "pgh_created_at",
        "pgh_label",
        Value(kind, output_field=CharField()),
        Cast(name, TextField()),
    )
