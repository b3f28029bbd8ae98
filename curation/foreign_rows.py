"""Rows of a list that are somebody else's: they can be read, and not be chosen for an action."""

from collections import defaultdict

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME

from accounts.scopes import ScopedQuerySet
from wording.enumerations import joined

NOT_YOURS = "Hier mag je niets aan veranderen"


class MarksForeignRows:
    """A list in which only rows can be ticked that the user may change; the others say whose they are.

    ``province_path`` is the way from a row to the name of its province, where it has one.
    """

    province_path = None

    def get_changelist_instance(self, request):
        """The list; what is foreign on this page is asked at once, whatever number of rows it has."""
        changelist = super().get_changelist_instance(request)
        rows = list(changelist.result_list)
        whose = self.whose_are_foreign(
            request.user,
            [row.pk for row in rows],
        )
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        for row in rows:
            row.is_of = whose.get(row.pk)
            row.is_chosen = str(row.pk) in chosen
        changelist.result_list = rows
        return changelist

    def whose_are_foreign(self, user, numbers):
        """{number: whose it is, in words} of those of these rows that the user may not change.

        Of kinds of things that know no provinces nothing is foreign.
        """
        rows = self.model._default_manager.order_by()
        if not isinstance(rows, ScopedQuerySet):
            return {}
        editable = rows.editable_by(user).filter(pk__in=numbers)
        foreign = set(numbers) - set(editable.values_list("pk", flat=True))
        whose = dict.fromkeys(foreign, NOT_YOURS)
        if foreign and self.province_path:
            provinces = self.provinces_of(rows.filter(pk__in=foreign))
            for number, names in provinces.items():
                whose[number] = f"Hoort bij {joined(sorted(names))}"
        return whose

    def provinces_of(self, rows):
        """{number: names of its provinces} of these rows, as far as they have any."""
        provinces = defaultdict(set)
        for number, name in rows.values_list("pk", self.province_path):
            if name:
                provinces[number].add(name)
        return provinces
