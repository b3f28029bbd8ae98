"""Changing a list of ``{"kind", "slug", "note"}``; every function gives a new list, in the order of the reader."""

MOST = 100  # more than anybody reads, and small enough for a session
LONGEST_NOTE = 500  # characters


def is_in(
    entries: list[dict],
    kind: str,
    slug: str,
) -> bool:
    """Whether this is in the list."""
    return place_of(entries, kind, slug) is not None


def place_of(
    entries: list[dict],
    kind: str,
    slug: str,
) -> int | None:
    """At which place this is, from 0; ``None`` where it is not in the list."""
    for place, entry in enumerate(entries):
        if is_about(entry, kind, slug):
            return place
    return None


def is_about(entry: dict, kind: str, slug: str) -> bool:
    """Whether this is what an entry is about."""
    return entry["kind"] == kind and entry["slug"] == slug


def with_one_more(
    entries: list[dict],
    kind: str,
    slug: str,
) -> list[dict]:
    """The list with this at its end; the same list where it is in already, or is full."""
    if is_in(entries, kind, slug) or len(entries) >= MOST:
        return entries
    return [*entries, {"kind": kind, "slug": slug, "note": ""}]


def without(
    entries: list[dict],
    kind: str,
    slug: str,
) -> list[dict]:
    """The list without this."""
    return [entry for entry in entries if not is_about(entry, kind, slug)]


def moved(
    entries: list[dict],
    kind: str,
    slug: str,
    *,
    by: int,
) -> list[dict]:
    """The list with this ``by`` places further on; at an end it stays."""
    place = place_of(entries, kind, slug)
    if place is None:
        return entries
    others = without(entries, kind, slug)
    others.insert(
        max(0, place + by),
        entries[place],
    )
    return others


def noted(
    entries: list[dict],
    kind: str,
    slug: str,
    *,
    note: str,
) -> list[dict]:
    """The list with this note at this."""
    changed = []
    for entry in entries:
        if is_about(entry, kind, slug):
            changed.append({**entry, "note": note})
        else:
            changed.append(entry)
    return changed


def joined(
    first: list[dict],
    second: list[dict],
) -> list[dict]:
    """Both lists, each thing once; a note of the second one fills an empty one. Nothing is left out, full or not."""
    together = list(first)
    for entry in second:
        place = place_of(together, entry["kind"], entry["slug"])
        if place is None:
            together.append(entry)
        elif not together[place]["note"]:
            together[place] = {
                **together[place],
                "note": entry["note"],
            }
    return together
