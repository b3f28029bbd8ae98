"""Which columns a list shows: part of its address, so that a saved view keeps them and a link shows them to others."""

from django.contrib.admin.utils import label_for_field
from django.db.models import prefetch_related_objects

COLUMN = "kolom"
NOT_KEPT = (COLUMN, "o", "p")  # an order counts columns, which are others then


class ColumnChoice:
    """A list of which the reader chooses the columns; the first one leads to the form and is always there.

    ``more_columns`` can be chosen beside ``list_display``; ``column_loads`` says what a column needs of other tables.
    """

    more_columns = ()
    column_loads = {}

    def get_list_display(self, request):
        """The chosen columns, in the order of the list; all usual ones where nothing known was chosen."""
        usual = list(super().get_list_display(request))
        wanted = request.GET.getlist(COLUMN)
        offered = [*usual, *self.more_columns]
        chosen = [name for name in offered if name in wanted]
        if not chosen:
            return usual
        if usual[0] not in chosen:
            return [usual[0], *chosen]
        return chosen

    def get_changelist_instance(self, request):
        """The list, with what its columns need, at once for all rows."""
        changelist = super().get_changelist_instance(request)
        loads = []
        for name in changelist.list_display:
            loads.extend(self.column_loads.get(name, ()))
        if loads:
            prefetch_related_objects(changelist.result_list, *loads)
        return changelist

    def column_choices(self, request):
        """{name, label, is_shown} of every column but the first."""
        shown = self.get_list_display(request)
        _, *optional = [*self.list_display, *self.more_columns]
        choices = []
        for name in optional:
            choice = {
                "name": name,
                "label": label_for_field(name, self.model, self),
                "is_shown": name in shown,
            }
            choices.append(choice)
        return choices

    def changelist_view(self, request, extra_context=None):
        kept = []
        for name, values in request.GET.lists():
            if name not in NOT_KEPT:
                kept.extend((name, value) for value in values)
        context = {
            "column_choices": self.column_choices(request),
            "kept_in_address": kept,
        }
        context.update(extra_context or {})
        return super().changelist_view(request, context)
