"""Spreadsheet layout of sources."""

from spreadsheets.moments import Day
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Text

from .models import Source


class SourceResource(ContentResource):
    """One row per source, recognised by its ``slug``; every curator may bring in new ones."""

    anyone_may_add = True

    slug = column("slug", "slug", Text())
    title = column("titel", "title", Text())
    kind = column("soort", "kind", Choice(Source.Kind))
    author = column("auteur", "author", Text())
    publisher = column("uitgever", "publisher", Text())
    published_on = column("datum", "published_on", Day())
    url = column("webadres", "url", Text())
    note = column("toelichting", "note", Text())

    class Meta:
        model = Source
        import_id_fields = ["slug"]
