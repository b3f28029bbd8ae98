"""The curators' lists of synonyms and of words that readers searched for in vain."""

from urllib.parse import quote, urlencode

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from curation.options import CuratedAdmin

from .models import SearchedWord, Synonym
from .querysets import SEEN_OFTEN, SearchedWordQuerySet
from .resources import SynonymResource


@admin.register(Synonym)
class SynonymAdmin(CuratedAdmin):
    """Words that mean the same; readers notice a change at their next search."""

    resource_class = SynonymResource
    list_display = ["word", "meaning", "is_two_way", "note"]
    list_filter = ["is_two_way"]
    search_fields = ["word", "meaning", "note"]


class AnswerFilter(admin.SimpleListFilter):
    """Words that still ask for something, or all of them."""

    title = "wat er te doen is"
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return [
            ("te-doen", "Nog iets mee te doen"),
            ("zonder-resultaat", "Zonder resultaat"),
        ]

    def queryset(self, request, queryset):
        if self.value() == "te-doen":
            return queryset.to_answer()
        if self.value():
            return queryset.filter(without_result__gt=0)
        return queryset


@admin.register(SearchedWord)
class SearchedWordAdmin(CuratedAdmin):
    """Words that were searched for several times, with what a curator can do about them."""

    list_display = [
        "word",
        "month",
        "searches",
        "without_result",
        "opened",
        "is_done",
        "what_to_do",
    ]
    list_filter = [AnswerFilter, "month", "is_done"]
    search_fields = ["word"]
    readonly_fields = ["word", "month", "searches", "without_result", "opened"]
    actions = ["mark_done"]

    def has_add_permission(self, request):
        return False

    def get_queryset(self, request):
        """What was searched for only once or twice could be a name, and stays out of sight."""
        return super().get_queryset(request).filter(searches__gte=SEEN_OFTEN)

    @admin.display(description="wat je kunt doen")
    def what_to_do(self, searched: SearchedWord) -> SafeString:
        """Make a synonym, or ask colleagues for an example."""
        synonym = f"{reverse('admin:search_synonym_add')}?{urlencode({'word': searched.word})}"
        return format_html(
            '<a href="{}">Maak een synoniem</a> · <a href="mailto:?subject={}&body={}">Vraag om een voorbeeld</a>',
            synonym,
            quote(f"Wie heeft een voorbeeld over {searched.word}?"),
            quote(
                f"Lezers van Bieb Netwerk zoeken op ‘{searched.word}’ en vinden nog niet wat ze zoeken. "
                "Heb jij een praktijkvoorbeeld? Zet het er dan bij, of stuur het naar mij."
            ),
        )

    @admin.action(description="Markeer als afgehandeld")
    def mark_done(
        self,
        request: HttpRequest,
        queryset: SearchedWordQuerySet,
    ) -> None:
        """Somebody did something about these words."""
        count = self.chosen(request, queryset).update(is_done=True)
        self.message_user(request, f"{count} zoekwoorden zijn afgehandeld.")
