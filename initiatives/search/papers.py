"""Search documents of documents: papers, leaflets, presentations."""

from django.db.models import Prefetch
from django.urls import reverse

from accounts import kinds
from initiatives.models import Document
from partners.fields import sort_key_of
from partners.search.organisations import codes_of
from search.codes import code
from search.documents.draft import Draft, with_parents
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
    published = kinds.related_rows(Document, "meetings").published()
    meetings = Prefetch("meetings", published)
    return documents.prefetch_related(
        "publishers__parent",
        "themes__parent",
        "initiatives",
        "networks",
        meetings,
    )


def draft(document, world):
    """A document is found by its title, who it is from and what it is about."""
    publishers = list(document.publishers.all())
    themes = with_parents(document.themes.all())
    shown_on = pages_with(document)
    year = 0
    if document.published_on:
        year = document.published_on.year
    names = sorted(item.name for item in [*publishers, *themes])
    titles = [page.title for page in shown_on]
    return Draft(
        names=[document.title],
        summaries=[document.description, *names],
        texts=[document.get_kind_display(), *titles, document.period],
        lines=[document.description],
        codes=codes_for(publishers, themes, year),
        sort_key=sort_key_of(document.title),
        year=year,
        updated_at=world.midnight,
        quality=QUALITY,
        card={
            "url": address_of(document, shown_on),
            "title": document.title,
            "summary": document.description,
            "where": kind_and_publishers(document, publishers),
        },
    )


def pages_with(document):
    """The published examples and the meetings that show a document."""
    initiatives = document.initiatives.all()
    shown = [initiative for initiative in initiatives if initiative.is_published]
    return [*shown, *document.meetings.all()]


def codes_for(publishers, themes, year):
    """By whom, about what and of which year it is found; the year may be 0, where nobody knows it."""
    codes = {code("soort", KIND), *codes_of(publishers)}
    for theme in themes:
        codes.add(code("thema", theme.pk))
    if year:
        codes.add(code("jaar", year))
    return codes


def address_of(document, shown_on):
    """Where it can be read; else the page that tells about it."""
    if document.url:
        return document.url
    if document.file:
        return reverse("initiatives:document_file", args=[document.slug])
    pages = [*shown_on, *document.themes.all()]
    for owner in [*document.networks.all(), *document.publishers.all()]:
        if owner.archived_on is None:
            pages.append(owner)
    if pages:
        return pages[0].get_absolute_url()
    return ""


def kind_and_publishers(document, publishers):
    """What it is and who made it."""
    kind = document.get_kind_display()
    if publishers:
        return f"{kind} van {joined_at_most(publishers, MOST_PUBLISHERS)}"
    return kind
