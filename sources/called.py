"""The source that somebody wrote down by its title."""

from django.utils.text import slugify

from .models import Source


def source_called(title, kind, url):
    """The source of this kind with this title; a new one where there is none."""
    known = Source.objects.filter(kind=kind, title__iexact=title).first()
    if known:
        return known
    source, _ = Source.objects.get_or_create(
        slug=slugify(title)[:120] or "bron",
        defaults={"title": title, "kind": kind, "url": url},
    )
    return source
