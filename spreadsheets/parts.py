"""A cell that holds several rows of another table that hang under the object of the row, such as its figures."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Manager, Model
from import_export import widgets

from .cells import Cell


class Parts(Cell, widgets.Widget):
    """What hangs under one object, all of it in one cell; what is no longer in the cell is deleted.

    A subclass says how a cell is read (``clean``), what to ``prefetch`` of the rows, what is ``there``, how that is
    ``shown`` in a cell, and how to ``keep`` what is wanted.
    """

    is_part = True
    prefetch = ""

    def there(self, rows: Manager) -> list[Any]:
        """What the rows of this relation say, in the form in which ``clean`` gives a cell."""
        raise NotImplementedError

    def keep(self, wanted: Mapping[Model, list[Any]]) -> None:
        """Make the table say what is wanted: of each object what its cell said."""
        raise NotImplementedError

    def render(
        self,
        value: Manager | None,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        if not value:
            return ""
        return self.shown(self.there(value))
