"""What a reader can ask somebody about; each app registers its kinds in its own module ``introductions``."""

from dataclasses import dataclass

from django.conf import settings

_finders = {}


@dataclass(frozen=True)
class QuestionSubject:
    """Something with a page, and who answers a question about it.

    ``to`` is their e-mail address, which no page shows; ``whom`` says who that is, as in *je vraag gaat naar …*.
    """

    title: str
    page: str
    to: str
    whom: str
    is_mediated: bool = False


def register(kind, find):
    """Let readers ask about things of this kind; ``find`` gives the ``QuestionSubject`` for a slug, or ``None``."""
    _finders[kind] = find


def find_subject(kind, slug):
    """What a question is about; ``None`` where there is no such page for the public."""
    find = _finders.get(kind)
    return find(slug) if find else None


def mediated(title, page):
    """A subject of which nobody is known: the editors find out who can answer."""
    return QuestionSubject(
        title,
        page,
        settings.EDITORS_EMAIL,
        "de redactie",
        is_mediated=True,
    )
