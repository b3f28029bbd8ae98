"""Which spreadsheet layouts there are for a list: our own, and those in which others publish."""

from collections.abc import Sequence

from django.apps import apps
from django.contrib import admin

from .references import Reference
from .resources import ContentResource
from .tables import Table, plain


def resource_of(model_label: str, *, drop_unknown: bool = False) -> ContentResource:
    """A fresh resource of our own layout for ``app.model``; ``drop_unknown``: leave out unknown references."""
    resource = admin_of(model_label).resource_class()
    for field in resource.get_import_fields():
        reference = getattr(field.widget, "reference", field.widget)
        if isinstance(reference, Reference):
            reference.drops_unknown = drop_unknown
    return resource


def layouts_of(model_label: str) -> list["ForeignLayout"]:
    """The foreign layouts of ``app.model``."""
    return [layout() for layout in admin_of(model_label).foreign_layouts]


def admin_of(model_label: str) -> admin.ModelAdmin:
    """The admin of ``app.model``, which knows its layouts."""
    model = apps.get_model(model_label)
    return admin.site.get_model_admin(model)


class ForeignLayout:
    """A table as somebody else publishes it, translated into the columns of ours.

    A subclass gives ``name``, the ``headers`` by which it is recognised and a sentence that says so.
    """

    name = ""
    headers: Sequence[str] = ()
    recognised = ""

    def fits(self, names: set[str]) -> bool:
        """Whether a table with columns of these plain names is one of this layout."""
        return {plain(name) for name in self.headers} <= names

    def translate(self, table: Table, file_name: str) -> Table:
        """The same rows under our own column names: each layout says how."""
        raise NotImplementedError

    def before_rows(self) -> None:
        """Make what the rows refer to and no other file has; in the same transaction as the rows."""

    def after_rows(self) -> None:
        """Take back what no row turned out to refer to."""

    def notices(self, table: Table) -> list[str]:
        """Sentences about the file as a whole."""
        return []
