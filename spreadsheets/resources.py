"""What every spreadsheet layout shares: one row is one object, recognised by its slug or code."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.text import slugify
from import_export import resources, widgets
from import_export.fields import Field

from accounts import kinds

from .cells import Cell
from .hooks import refuse_hooks_never_called
from .known import KnownRows
from .rows import RowResult, Texts

NAMED_BY = ("titel", "naam")  # the columns from which a missing slug is made
LONGEST_SLUG = 120


def column(name: str, attribute: str, widget: Cell) -> Field:
    """A column of a spreadsheet: its Dutch name, the attribute it fills and how a cell is read."""
    return Field(
        column_name=name,
        attribute=attribute,
        widget=widget,
    )


def slug_of(name: str) -> str:
    """The slug that is made of a title or name; empty where none can be made."""
    return slugify(name)[:LONGEST_SLUG].strip("-")


class ContentResource(resources.Resource):
    """The base of all layouts; export and import have the same columns, and nothing is ever deleted.

    A column that is missing leaves what there is. It is no ``ModelResource``, since that adds all fields of the model
    beside the columns named here. ``importing.Importer`` does the work: of the library it uses fields, widgets and
    ``get_import_fields``. Its hooks are not called, since rows are written in batches; a layout that has one is refused
    at start with what to write instead (``hooks.NEVER_CALLED``). The places for rules of a layout are ``get_queryset``,
    ``prepare``, ``find``, ``check``, ``remark``, ``after_save`` and ``offered``.

    The library's admin classes and actions are not used, since an import here is work in the background with a preview
    that is kept: ``admin_pages.SpreadsheetPages`` gives every list import, export, an empty sheet and the action
    *Exporteer wat gekozen is*.
    """

    batch_size = 500  # 1 where a row may refer to the row above it
    anyone_may_add = False  # whether new rows belong to nobody in particular

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        refuse_hooks_never_called(cls)

    def get_queryset(self) -> QuerySet:
        """All objects, with the references that rows are compared on."""
        one: list[str] = []
        many: list[str] = []
        for field in self.get_import_fields():
            if field.widget.is_part:
                many.append(field.widget.prefetch)
            elif field.widget.is_many:
                many.append(field.attribute)
            elif isinstance(field.widget, widgets.ForeignKeyWidget):
                one.append(field.attribute)
        queryset = self.model.objects.select_related(*one)
        return queryset.prefetch_related(*many)

    @property
    def model(self) -> type[Model]:
        """Of what kind the rows are."""
        return self._meta.model

    @property
    def key_fields(self) -> list[Field]:
        """The columns by which a row is recognised."""
        return [self.fields[name] for name in self._meta.import_id_fields]

    @property
    def key_columns(self) -> list[str]:
        """The Dutch names of the columns by which a row is recognised."""
        return [field.column_name for field in self.key_fields]

    @property
    def columns(self) -> list[str]:
        """The Dutch names of all columns, in order."""
        return [field.column_name for field in self.get_import_fields()]

    @cached_property
    def named_by(self) -> str | None:
        """The column from which a missing slug is made, or ``None``."""
        columns = self.columns
        for name in NAMED_BY:
            if name in columns:
                return name
        return None

    @property
    def required_columns(self) -> list[str]:
        """The columns without which no row can be recognised; a slug can be made from a title or name.

        A part of a key that may be empty need not be there: a figure is of a theme or of an example.
        """
        if self.key_columns == ["slug"] and self.named_by:
            return [self.named_by]
        filled = []
        for field in self.key_fields:
            if not self.may_be_empty(field):
                filled.append(field.column_name)
        return filled or self.key_columns

    def may_be_empty(self, field: Field) -> bool:
        """Whether what this column fills can be nothing."""
        return kinds.field_of(self.model, field.attribute).blank

    @cached_property
    def label_fields(self) -> list[Field]:
        """The columns that say to a person which row this is."""
        for field in self.get_import_fields():
            if field.column_name == self.named_by:
                return [field]
        return self.key_fields

    def column_of(self, attribute: str) -> str:
        """The Dutch column name of an attribute, empty for a rule over several columns."""
        for field in self.get_import_fields():
            if field.attribute == attribute:
                return field.column_name
        return ""

    def prepare(self, *, is_upload: bool) -> None:
        """Read the keys of all there is, before the first row; ``is_upload``: a curator brings the rows in."""
        self.is_upload = is_upload
        self.seen: set[tuple[Any, ...]] = set()
        self.known = KnownRows(self)

    def foresee(self, rows: Iterable[tuple[dict[str, Any], Texts]]) -> None:
        """Read together what rows are about, of which each says something in its texts."""
        foreseen = []
        for values, row in rows:
            slug = values.get("slug") or slug_of(self.name_in(row))
            foreseen.append({**values, "slug": slug})
        self.known.load(foreseen)

    def find(
        self,
        values: dict[str, Any],
        row: Texts,
        remarks: list[str],
    ) -> Model | None:
        """The object with the key of this row, or ``None``; refuse a key that is empty or came before."""
        lacks_slug = self.is_upload and values.get("slug") == ""
        key_names = [field.attribute for field in self.key_fields]
        if not lacks_slug:
            return self.find_by_key(values, key_names)
        if "slug" in key_names:
            values["slug"] = self.slug_from_name(row)
            instance = self.find_by_key(values, key_names)
            remarks.append(self.remark_about_slug(values["slug"], instance))
            return instance
        instance = self.find_by_key(values, key_names)
        if instance is None:
            values["slug"] = self.slug_from_name(row)
        else:
            values["slug"] = instance.slug
        return instance

    def find_by_key(
        self,
        values: dict[str, Any],
        names: list[str],
    ) -> Model | None:
        """The object with these values of its key; refuse a key that is empty or came before."""
        key = tuple(values[name] for name in names)
        if not any(key):
            raise ValidationError("Deze rij heeft geen kenmerk.")
        if key in self.seen:
            raise ValidationError("Deze rij staat al eerder in het bestand.")
        self.seen.add(key)
        return self.known.get(key)

    def remark_about_slug(self, slug: str, instance: Model | None) -> str:
        """What somebody reads about a row that came without a slug."""
        if instance is None:
            return f"In het bestand staat geen slug. We maken hem van de {self.named_by}: ‘{slug}’."
        return f"In het bestand staat geen slug. We herkennen deze rij aan de {self.named_by}."

    def offered(self, field: Field) -> list[str]:
        """The words that an empty spreadsheet offers for a column."""
        return field.widget.options()

    def name_in(self, row: Texts) -> str:
        """The title or name that a row gives; empty where the layout has none."""
        if self.named_by is None:
            return ""
        return row.get(self.named_by, "")

    def slug_from_name(self, row: Texts) -> str:
        """A slug made of the title or name in a row; refuse a row of which none can be made."""
        slug = slug_of(self.name_in(row))
        if not slug:
            origin = self.named_by or "deze rij"
            raise ValidationError(
                {"slug": f"Vul de slug in: die is uit {origin} niet te maken."}
            )
        return slug

    def check(self, instance: Model, *, is_new: bool) -> None:
        """Raise ``ValidationError`` for what fields and constraints cannot say."""

    def remark(self, results: list[RowResult]) -> None:
        """Add remarks to the results of new rows, before the curator decides."""

    def after_save(self, instances: list[Model]) -> None:
        """Do what belongs to a written row and stands in no column."""
