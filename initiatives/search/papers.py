"""Search documents of documents: papers, leaflets, presentations."""

from django.db.models import Prefetch
from django.urls import reverse

from initiatives.models import Document, Initiative
from partners.fields import sort_key_of
from partners.search.organisations import codes_of
from search.codes import code
from search.documents.draft import Draft
from wording.enumerations import joined_at_most

KIND = "document"
MOST_PUBLISHERS = 3  # by name
QUALITY = 50  # mostly older than what is written about them


def public(today):
    """Documents the public may see."""
    return Document.objects.published()


def load(documents):
    """Load what a document needs, in 8 queries.

    Meetings are kept above this app, so they are reached through the relation and not by import.
    """
    published = Document._meta.get_field("meetings").related_model.objects.published()
    meetings = Prefetch("meetings", published)
    return documents.prefetch_related("publishers__parent", "themes__parent", "initiatives", "networks", meetings)


def draft(document, world):
    """A document is found by its title, who it is from and what it is about."""
    publishers = list(document.publishers.all())
    themes = {theme for each in document.themes.all() for theme in (each, each.parent) if theme}
    shown = [
        each for each in document.initiatives.all() if each.publication_state == Initiative.PublicationState.PUBLISHED
    ]
    meetings = list(document.meetings.all())
    codes = {code("soort", KIND)} | {code("thema", theme.pk) for theme in themes}
    codes |= codes_of(publishers)
    year = document.published_on.year if document.published_on else 0
    return Draft(
        names=[document.title],
        summaries=[document.description, *sorted(each.name for each in [*publishers, *themes])],
        texts=[document.get_kind_display(), *(each.title for each in (*shown, *meetings)), document.period],
        lines=[document.description],
        codes=codes | ({code("jaar", year)} if year else set()),
        sort_key=sort_key_of(document.title),
        year=year,
        updated_at=world.midnight,
        quality=QUALITY,
        card={
            "url": _address(document, [*shown, *meetings]),
            "title": document.title,
            "summary": document.description,
            "where": _kind_and_publishers(document, publishers),
        },
    )


def _address(document, shown_on):
    """Where it can be read; else the page that tells about it."""
    if document.url:
        return document.url
    if document.file:
        return reverse("initiatives:document_file", args=[document.slug])
    told_by = [each for each in (*document.networks.all(), *document.publishers.all()) if each.archived_on is None]
    about = [*shown_on, *document.themes.all(), *told_by]
    return about[0].get_absolute_url() if about else ""


def _kind_and_publishers(document, publishers):
    kind = document.get_kind_display()
    return f"{kind} van {joined_at_most(publishers, MOST_PUBLISHERS)}" if publishers else kind
