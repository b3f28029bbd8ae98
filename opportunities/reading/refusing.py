"""How large a document may be, and the sentences for one that cannot be read; needs no Django."""

MOST_MEGABYTES = 20
MOST_PAGES = 400
MOST_TEXT = 2_000_000  # characters

LOCKED = "Deze pdf heeft een wachtwoord. Vraag om een versie zonder, of plak de tekst."
BROKEN = "Deze pdf is beschadigd. Haal hem opnieuw op, of plak de tekst."
NO_TEXT = "In deze pdf staat geen tekst, alleen plaatjes. Vraag om een versie met tekst, of plak de tekst."
TOO_MANY_PAGES = f"Deze pdf heeft meer dan {MOST_PAGES} bladzijden. Kies het stuk zelf, zonder bijlagen."
TOO_MUCH_TEXT = (
    "Er staat te veel tekst in dit stuk. Kies het stuk zelf, zonder bijlagen."
)
NEITHER = "Dit is geen pdf en geen webpagina. Kies een pdf, of plak de tekst."
EMPTY_PAGE = "Op deze webpagina staat geen tekst. Misschien staat er een link naar een pdf: gebruik dan die."
EMPTY_FILE = "Dit bestand is leeg."
TOO_SLOW = "Dit stuk kost te veel tijd om te lezen. Plak de tekst."
TOO_LARGE = "Dit stuk vraagt te veel geheugen. Plak de tekst."


class UnreadableError(Exception):
    """The document is refused; the message is a Dutch sentence."""
