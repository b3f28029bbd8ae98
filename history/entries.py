"""What one person did at one moment, put together from what became of each row."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from pghistory.models import Event

from .values import Values


@dataclass(frozen=True)
class Change:
    """One value that became another; ``old`` is empty for what is new, ``new`` for what went."""

    what: str
    old: str
    new: str


@dataclass
class Entry:
    """What one person did at one moment; ``import_run`` is the number of the import it came from."""

    moment: datetime
    who: str
    import_run: int | None
    note: str
    changes: list[Change] = field(default_factory=list)

    @property
    def version(self) -> str:
        """How this moment is named in a request to restore it."""
        return self.moment.isoformat()


# a version, and what became another value with it
Compared: TypeAlias = tuple[Event, list[Change]]


def entries_of(
    compared: Iterable[Compared],
    values: Values,
) -> list[Entry]:
    """Changes of one moment and author together, newest first."""
    entries = {}
    for version, changes in compared:
        if not changes:
            continue
        key = (version.pgh_created_at, str(version.pgh_context_id))
        if key not in entries:
            entries[key] = new_entry(version, values)
        entries[key].changes += changes
    newest_first = sorted(entries, reverse=True)
    return [entries[key] for key in newest_first]


def new_entry(version: Event, values: Values) -> Entry:
    """An entry for the moment of this version, without its changes."""
    metadata = {}
    if version.pgh_context:
        metadata = version.pgh_context.metadata
    return Entry(
        moment=version.pgh_created_at,
        who=who_of(metadata, values),
        import_run=metadata.get("import"),
        note=note_of(metadata),
    )


def who_of(
    metadata: dict[str, Any],
    values: Values,
) -> str:
    """Who did it; who used a link without logging in is known by what the link says of them."""
    user = metadata.get("user")
    if user:
        return values.user(user)
    return metadata.get("by_link") or values.user(None)


def note_of(metadata: dict[str, Any]) -> str:
    """What kind of change it was, where it was no ordinary one."""
    if "restored" in metadata:
        return "een vroegere versie hersteld"
    if "undone_import" in metadata:
        return f"import {metadata['undone_import']} teruggedraaid"
    if "merged" in metadata:
        return f"samengevoegd met {metadata['merged']}"
    if "unmerged" in metadata:
        return f"samenvoegen met {metadata['unmerged']} teruggedraaid"
    return ""
