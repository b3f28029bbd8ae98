"""What goes with rows that are deleted, as somebody reads it before saying yes."""

from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS
from django.utils.html import format_html
from django.utils.text import capfirst

from accounts.kinds import declared_on, name_of, plural_of

from .form_links import form_address


class RowsThatGo(NestedObjects):
    """Rows and what hangs under them; a table between two is left out, for what it links to stays."""

    def collect(self, objs, *args, **kwargs):
        kind = getattr(objs, "model", None)
        if kind is None or declared_on(kind) is None:
            super().collect(objs, *args, **kwargs)


class SaysWhatGoes:
    """An admin that names only what is deleted, where Django names the themes and places of an example too."""

    def get_deleted_objects(self, objs, request):
        """``(nested lines, {plural: number}, names of what this user may not delete, what is in the way)``."""
        collector = RowsThatGo(using=DEFAULT_DB_ALIAS, origin=objs)
        collector.collect(objs)
        counts = {}
        forbidden = set()
        for kind, rows in collector.model_objs.items():
            counts[plural_of(kind)] = len(rows)
            if not self.may_delete_all(request, kind, rows):
                forbidden.add(name_of(kind))
        for row in collector.protected:
            if not self.may_delete_all(request, type(row), [row]):
                forbidden.add(name_of(row))
        in_the_way = [row_in_words(row) for row in collector.protected]
        return collector.nested(row_in_words), counts, forbidden, in_the_way

    def may_delete_all(self, request, kind, rows):
        """Whether this user may delete each of them; what has no list of its own goes with its owner."""
        if not self.admin_site.is_registered(kind):
            return True
        listed = self.admin_site.get_model_admin(kind)
        return all(listed.has_delete_permission(request, row) for row in rows)


def row_in_words(row):
    """What it is and what it is called, with a link to its form where it has one."""
    kind = capfirst(name_of(row))
    address = form_address(row)
    if address:
        return format_html('{}: <a href="{}">{}</a>', kind, address, row)
    return f"{kind}: {row}"
