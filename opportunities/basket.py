"""The examples that a visitor chose for a gespreksnotitie: slugs in the browser session, without an account."""

from django.http import HttpRequest

from initiatives.models import Initiative

KEY = "gespreksnotitie"
MOST = 4  # fit on the first page of a note


def slugs(request: HttpRequest) -> list[str]:
    """The chosen examples; a visitor who never chose one has no session, and gets none."""
    is_new = request.session.modified  # this very request chose the first one
    if not request.session.session_key and not is_new:
        return []
    return list(request.session.get(KEY, []))


def still_there(request: HttpRequest) -> list[Initiative]:
    """The chosen examples that the public may see; what went off the site since goes out of the choice too."""
    chosen = slugs(request)
    if not chosen:
        return []
    by_slug = (
        Initiative.objects.published().for_cards().in_bulk(chosen, field_name="slug")
    )
    initiatives = []
    for slug in chosen:
        if slug in by_slug:
            initiatives.append(by_slug[slug])
        else:
            remove(request, slug)
    return initiatives


def add(request: HttpRequest, slug: str) -> bool:
    """Choose one more; returns whether there was room."""
    chosen = slugs(request)
    if slug not in chosen:
        if len(chosen) >= MOST:
            return False
        chosen.append(slug)
    request.session[KEY] = chosen
    return True


def remove(request: HttpRequest, slug: str) -> None:
    """Take one out; an empty choice needs no session."""
    left = [chosen for chosen in slugs(request) if chosen != slug]
    if left:
        request.session[KEY] = left
    else:
        request.session.pop(KEY, None)
