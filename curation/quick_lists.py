"""Lists of thousands of rows: what is linked is asked in questions of its own.

Django joins what is searched and filtered, and then throws double rows away by comparing every column of every row:
three seconds for ten thousand examples.
"""

from django.contrib.admin.utils import lookup_spawns_duplicates
from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal
from unfold.views import ChangeList

from .columns import COLUMN


class QuickChangeList(ChangeList):
    """A list in which a filter by what is linked makes no double rows."""

    def get_queryset(self, request, exclude_parameters=None):
        matches = super().get_queryset(request, exclude_parameters)
        if not matches.query.distinct:
            return matches
        numbers = matches.order_by().values("pk")
        rows = self.root_queryset.filter(pk__in=numbers)
        loaded = self.apply_select_related(rows)
        return loaded.order_by(*matches.query.order_by)

    def get_filters_params(self, params=None):
        """What narrows the list; columns do not."""
        narrowing = super().get_filters_params(params)
        narrowing.pop(COLUMN, None)
        return narrowing


class QuickLists:
    """An admin with such lists."""

    def get_changelist(self, request, **kwargs):
        return QuickChangeList

    def get_search_results(self, request, queryset, search_term):
        """The rows in which every word is found, somewhere in the fields that are searched; never a row twice."""
        for word in smart_split(search_term):
            is_quoted = word.startswith(('"', "'")) and word[0] == word[-1]
            if is_quoted:
                word = unescape_string_literal(word)
            has_word = self.has_word(request, word)
            queryset = queryset.filter(has_word)
        return queryset, False

    def has_word(self, request, word):
        """Whether this word stands in one of the fields that are searched."""
        anywhere = Q(pk__in=[])
        for name in self.get_search_fields(request):
            here = Q(**{f"{name}__icontains": word})
            if lookup_spawns_duplicates(self.opts, name):
                rows = self.model._base_manager.filter(here)
                here = Q(pk__in=rows.values("pk"))
            anywhere |= here
        return anywhere
