"""The examples that somebody chose for a gespreksnotitie: slugs in the browser session, without an account."""

from initiatives.models import Initiative

KEY = "gespreksnotitie"
MOST = 4  # fit on the first page of a note


def slugs(request):
    """The chosen examples; whoever never chose one has no session, and gets none."""
    return list(request.session.get(KEY, [])) if request.session.session_key else []


def still_there(request):
    """The chosen examples that the public may see; what went off the site since goes out of the choice too."""
    chosen = slugs(request)
    if not chosen:
        return []
    found = {each.slug: each for each in Initiative.objects.published().for_cards().filter(slug__in=chosen)}
    for slug in chosen:
        if slug not in found:
            remove(request, slug)
    return [found[slug] for slug in chosen if slug in found]


def add(request, slug):
    """Choose one more; returns whether there was room."""
    chosen = slugs(request)
    if slug not in chosen and len(chosen) >= MOST:
        return False
    request.session[KEY] = [*chosen, slug] if slug not in chosen else chosen
    return True


def remove(request, slug):
    """Take one out; an empty choice needs no session."""
    left = [each for each in slugs(request) if each != slug]
    if left:
        request.session[KEY] = left
    else:
        request.session.pop(KEY, None)
