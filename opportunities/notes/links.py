"""Who may change and delete a note: whoever has its second link. The first one only shows, and may be passed on."""

from datetime import date

from django.core import signing
from django.http import Http404

from opportunities.keeper_links import secret_in
from opportunities.models import Note
from visitors.asked import readable

SALT = "gespreksnotitie beheren"


def keeper_token(note: Note) -> str:
    """A signed text that only the maker of the note gets."""
    return signing.dumps(note.token, salt=SALT)


def kept_note(token: str, today: date) -> Note:
    """The note of a keeper's link; ``Http404`` for a link that is not ours or a note that is gone."""
    return shown_note(secret_in(token, SALT), today)


def shown_note(token: str, today: date) -> Note:
    """The note at a secret address; ``Http404`` where there is none, or no longer."""
    notes = Note.objects.kept(today).filter(token=readable(token))
    note = notes.select_related("municipality").first()
    if note is None:
        raise Http404("Deze notitie is er niet, of niet meer.")
    return note
