"""Comparing two chosen entries of a list."""

from django.shortcuts import redirect
from django.utils.text import slugify
from unfold.decorators import action


class ComparingAction:
    """Adds *vergelijk en voeg samen* to a list of which two may be one and the same."""

    @action(description="Vergelijk en voeg samen")
    def compare_chosen(self, request, queryset):
        """Lead to the page where the two that were chosen stand side by side."""
        chosen = self.chosen(request, queryset).order_by()
        numbers = sorted(chosen.values_list("pk", flat=True)[:3])
        if len(numbers) != 2:
            self.message_user(
                request,
                "Vink er precies twee aan om te vergelijken.",
                "error",
            )
            return None
        kind = slugify(self.opts.verbose_name_plural)
        return redirect("curator:compare", kind, *numbers)
