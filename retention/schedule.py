"""What the site keeps of people, why, and how long: every app declares its own part in ``retention.py``.

The privacy page and docs/personal-data.md show this one schedule, and every night what is due is forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from django.db import models, transaction

SCHEDULE: list["Retention"] = []
IMPERSONAL: set[type[models.Model]] = set()


@dataclass(frozen=True)
class Own:
    """What somebody with an account may take along of a table: these fields of the rows that are theirs.

    ``by`` leads from a row to a user, or to an e-mail address (``ADDRESSES``) that is that of the user. ``words`` says
    what a field, or a name within JSON, is called where it has no name in Dutch. Where fields of one table do not say
    it, ``rows`` gives ``[{name in Dutch: value}]`` for the number of a user.
    """

    table: type[models.Model]
    by: str
    fields: tuple = ()
    words: dict[str, str] = field(default_factory=dict)
    rows: Callable[[int], list[dict[str, object]]] | None = None

    @classmethod
    def in_words(
        cls, table: type[models.Model], by: str, words: dict[str, str]
    ) -> Self:
        """These fields of a table whose own names are not Dutch, each with what we call it."""
        return cls(table, by, tuple(words), words)


class Basis(StrEnum):
    """On which ground of the GDPR (article 6) data are kept, in the words of the privacy page."""

    CONSENT = "Je geeft toestemming"  # 1a: can be taken back
    REQUEST = "Nodig voor wat je ons vraagt"  # 1b
    INTEREST = "Er is een goede reden voor"  # 1f


@dataclass(frozen=True)
class Retention:
    """Some data of people; the texts are those of the privacy page.

    ``forget`` deletes what is due at ``now``; without one, ``goes`` says with what the data go. ``own`` says what is
    given to whom it is about, when they ask for it.
    """

    what: str
    why: str
    basis: Basis
    how_long: str
    tables: tuple = ()
    forget: Callable | None = None
    goes: str = field(default="")
    own: tuple[Own, ...] = ()

    @property
    def way_out(self):
        """How the data go, in one sentence for who looks after the site."""
        return self.goes or self.forget.__doc__.partition("\n")[0]


def keep(what, **details):
    """Declare some data of people that this app keeps."""
    SCHEDULE.append(Retention(what, **details))


def holds_nothing_personal(*tables):
    """Declare that these tables hold no data of people, or only copies that follow what they were made of."""
    IMPERSONAL.update(tables)


def forget_what_is_due(*, now):
    """Forget everything that has had its term; where that fails the rest is still forgotten.

    Raises an ``ExceptionGroup`` with what failed.
    """
    errors = []
    for retention in SCHEDULE:
        if retention.forget is None:
            continue
        try:
            with transaction.atomic():
                retention.forget(now=now)
        except Exception as error:  # noqa: BLE001 told at the end
            errors.append(error)
    if errors:
        raise ExceptionGroup("Niet alles wat weg moest is weg.", errors)
