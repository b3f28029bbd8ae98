"""Spreadsheet layouts of themes, and of what the editors wrote with them."""

from sources.models import Source
from spreadsheets.references import Reference, References
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Number, Text

from .models import (
    ConversationQuestion,
    Initiative,
    LibraryOffer,
    MunicipalDuty,
    TargetGroup,
    Theme,
)


class TargetGroupResource(ContentResource):
    """One row per target group, recognised by its ``slug``."""

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    description = column("omschrijving", "description", Text())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = TargetGroup
        import_id_fields = ["slug"]


class ThemeResource(ContentResource):
    """One row per theme, recognised by its ``slug``; a sub-theme stands below its main theme."""

    batch_size = 1  # a sub-theme may stand right below its main theme

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    parent = column("deel_van", "parent", Reference(Theme))
    position = column("volgorde", "position", Number())
    icon = column("pictogram", "icon", Choice(Theme.Icon))
    plain_name = column("in_gewone_woorden", "plain_name", Text())
    introduction = column("inleiding", "introduction", Text())
    placement_note = column("waarom_hier", "placement_note", Text())
    missing_figures = column("cijfers_elders", "missing_figures", Text())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Theme
        import_id_fields = ["slug"]


class LibraryOfferResource(ContentResource):
    """One row per thing a library can do for a theme."""

    theme = column("thema", "theme", Reference(Theme))
    text = column("wat", "text", Text())
    explanation = column("toelichting", "explanation", Text())
    initiative = column("voorbeeld", "initiative", Reference(Initiative))
    position = column("volgorde", "position", Number())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = LibraryOffer
        import_id_fields = ["theme", "text"]


class MunicipalDutyResource(ContentResource):
    """One row per duty of municipalities within a theme, with law and article."""

    theme = column("thema", "theme", Reference(Theme))
    text = column("taak", "text", Text())
    law = column("wet", "law", Text())
    article = column("artikel", "article", Text())
    position = column("volgorde", "position", Number())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = MunicipalDuty
        import_id_fields = ["theme", "text"]


class ConversationQuestionResource(ContentResource):
    """One row per question for the conversation about a theme."""

    theme = column("thema", "theme", Reference(Theme))
    text = column("vraag", "text", Text())
    position = column("volgorde", "position", Number())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = ConversationQuestion
        import_id_fields = ["theme", "text"]
