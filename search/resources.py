"""Spreadsheet layout of synonyms."""

from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Text, YesNo

from .models import Synonym


class SynonymResource(ContentResource):
    """One row per pair of words, recognised by both."""

    word = column("woord", "word", Text())
    meaning = column("betekent_ook", "meaning", Text())
    is_two_way = column("ook_andersom", "is_two_way", YesNo())
    note = column("toelichting", "note", Text())

    class Meta:
        model = Synonym
        import_id_fields = ["word", "meaning"]
