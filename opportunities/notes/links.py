"""Who may change and delete a note: whoever has its second link. The first one only shows, and may be passed on."""

from django.core import signing
from django.http import Http404

from opportunities.models import Note

SALT = "gespreksnotitie beheren"


def keeper_token(note):
    """A signed text that stands for: this is who made the note."""
    return signing.dumps(note.token, salt=SALT)


def kept_note(token, today):
    """The note of a keeper's link; ``Http404`` for a link that is not ours or a note that is gone."""
    try:
        return shown_note(signing.loads(token, salt=SALT), today)
    except signing.BadSignature:
        raise Http404("Deze link klopt niet.") from None


def shown_note(token, today):
    """The note at a secret address; ``Http404`` where there is none, or no longer."""
    note = Note.objects.kept(today).filter(token=token.replace("\x00", "")).select_related("municipality").first()
    if note is None:
        raise Http404("Deze notitie is er niet, of niet meer.")
    return note
