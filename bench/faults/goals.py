"""What was hoped for, and what was measured."""

from dataclasses import dataclass

from bench.table import print_table

WORDS = {True: "ja", False: "NEE", None: ""}


@dataclass(frozen=True)
class Goal:
    """One line of the report. ``is_held`` is ``None`` where there is nothing to hold."""

    about: str
    goal: str
    measured: str
    is_held: bool | None


def within(about, limit, seconds):
    """Whether something took no longer than so many seconds."""
    return Goal(about, f"< {limit} s", in_words(seconds), seconds < limit)


def in_words(seconds):
    """How long something took."""
    return f"{seconds:.1f} s".replace(".", ",")


def none_of(about, things, out_of=""):
    """Whether something never happened."""
    count = len(things)
    return Goal(about, "0", f"{count}{out_of}", count == 0)


def left_out(about, reason):
    """Something that cannot be measured on this computer."""
    return Goal(about, "", f"overgeslagen: {reason}", None)


def print_goals(goals):
    """Every goal on a line of its own."""
    rows = [["", "doel", "gemeten", "gehaald"]]
    for goal in goals:
        rows.append([goal.about, goal.goal, goal.measured, WORDS[goal.is_held]])
    print_table(rows)
