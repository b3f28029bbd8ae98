"""The rows of a file → new, changed, unchanged and refused objects."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from import_export.fields import Field
from import_export.widgets import ForeignKeyWidget

from accounts.models import User

from .choices import RowOutcome
from .owners import NOT_YOURS, Owners
from .resources import ContentResource
from .rows import (
    EXTRA_CELLS,
    TOO_MANY_CELLS,
    CellProblem,
    ReadRow,
    RowResult,
    Texts,
    UnknownWord,
    problems_of,
)
from .saving import BatchWriter
from .words import SkippedRowError, UnknownWordsError

LONGEST_LABEL = 300  # characters


class Importer:
    """Takes rows into the database; the caller decides about the transaction around it.

    ``user`` is the curator who brings the rows in; ``None`` for the program itself, which may all.
    """

    def __init__(
        self,
        resource: ContentResource,
        columns: Iterable[str],
        *,
        user: User | None = None,
    ) -> None:
        self.resource = resource
        self.model = resource.model
        self.user = user
        self.owners = Owners(self.model, user)
        self.fields = self.fields_for(columns)
        self.parts: list[Field] = []
        self.many: list[Field] = []
        self.plain: list[Field] = []
        for field in self.fields:
            if field.widget.is_part:
                self.parts.append(field)
            elif field.widget.is_many:
                self.many.append(field)
            else:
                self.plain.append(field)
        self.writer = BatchWriter(
            resource,
            self.owners,
            self.plain,
            self.many,
            self.parts,
        )

    def fields_for(self, columns: Iterable[str]) -> list[Field]:
        """The fields of the layout that these columns fill; the key is always among them."""
        wanted = set(columns)
        for field in self.resource.key_fields:
            wanted.add(field.column_name)
        if self.user and "slug" in self.resource.fields:
            # a new row gets one, also without that column
            wanted.add(self.resource.fields["slug"].column_name)
        fields = []
        for field in self.resource.get_import_fields():
            if field.column_name in wanted:
                fields.append(field)
        return fields

    def run(self, rows: Iterable[tuple[int, Texts]]) -> Iterator[RowResult]:
        """What comes of each row with its line, in batches and in order."""
        self.resource.prepare(is_upload=self.user is not None)
        rows = iter(rows)
        while batch := list(islice(rows, self.resource.batch_size)):
            yield from self.take(batch)

    def take(self, batch: Iterable[tuple[int, Texts]]) -> list[RowResult]:
        """Read the rows of a batch, find together what they are about, and write them."""
        read = []
        for line, cells in batch:
            result = RowResult(line)
            values = self.values_in(cells, result)
            read.append(ReadRow(cells, values, result))
        self.resource.foresee((row.values, row.cells) for row in read)
        for row in read:
            self.complete(row)
        results = [row.result for row in read]
        self.writer.write(results)
        for result in results:
            result.let_go()
        return results

    def complete(self, row: ReadRow) -> None:
        """Give a row the object that it is about, with its new values; nothing is written yet."""
        result = row.result
        if row.cells.get(EXTRA_CELLS):
            result.refuse(CellProblem("", TOO_MANY_CELLS))
        if not result.problems and not result.is_skipped:
            try:
                self.fill(row)
            except ValidationError as error:
                problems = problems_of(error, self.resource)
                result.refuse(*problems)
        if not result.label:
            result.label = self.label_of(row)

    def values_in(self, row: Texts, result: RowResult) -> dict[str, Any]:
        """What the cells of a row say, by attribute, and what hangs under the object by column.

        A cell that says nothing of use makes the row refused.
        """
        values = {}
        for field in self.fields:
            column = field.column_name
            name = field.attribute
            if field.widget.is_part:
                name = column
            cell = row.get(column, "")
            try:
                values[name] = field.widget.clean(cell, row=row)
                result.remarks += field.widget.remarks()
            except SkippedRowError as reason:
                result.skip(f"{column}: {reason}")
                return {}
            except UnknownWordsError as error:
                for word, sentence in error.unknown:
                    result.refuse(CellProblem(column, sentence))
                    result.unknown_words.append(UnknownWord(column, word))
            except ValueError as error:
                result.refuse(CellProblem(column, str(error)))
        return values

    def fill(self, row: ReadRow) -> None:
        """Give the object of a row its new values, and check what can be checked before writing."""
        result = row.result
        instance = self.resource.find(row.values, row.cells, result.remarks)
        is_new = instance is None
        if instance is None:
            instance = self.model()
        result.instance = instance
        self.fill_plain(row, is_new)
        self.fill_many(row, is_new)
        self.fill_parts(row, is_new)
        if is_new:
            result.outcome = RowOutcome.NEW
        elif not result.changes:
            return
        elif self.owners.is_foreign(instance):
            raise ValidationError(NOT_YOURS)
        else:
            result.outcome = RowOutcome.CHANGED
        self.owners.check_owners(instance)
        self.resource.check(instance, is_new=is_new)
        instance.full_clean(
            exclude=self.looked_up(row),
            validate_unique=False,
            validate_constraints=False,
        )

    def looked_up(self, row: ReadRow) -> set[str]:
        """References that were found a moment ago: Django would ask the database for each of every row again."""
        names = set()
        for field in self.plain:
            is_reference = isinstance(field.widget, ForeignKeyWidget)
            if is_reference and row.values[field.attribute] is not None:
                names.add(field.attribute)
        return names

    def fill_plain(self, row: ReadRow, is_new: bool) -> None:
        """What only differs in line ends or spaces around it stays as it is, and so does what one may not see."""
        instance = row.result.instance
        for field in self.plain:
            old = None
            if not is_new:
                if self.owners.hides(field.attribute, instance):
                    continue
                old = getattr(instance, field.attribute)
            new = row.values[field.attribute]
            is_different = row.result.note_change(field, old, new)
            if is_different or is_new:
                setattr(instance, field.attribute, new)

    def fill_many(self, row: ReadRow, is_new: bool) -> None:
        """Keep which other objects a row is about, where that is not what it was."""
        for field in self.many:
            old = []
            if not is_new:
                linked = getattr(row.result.instance, field.attribute)
                old = list(linked.all())
            new = row.values[field.attribute]
            old_keys = {related.pk for related in old}
            new_keys = {related.pk for related in new}
            if old_keys != new_keys:
                row.result.links[field.attribute] = new
                row.result.note_change(field, old, new)

    def fill_parts(self, row: ReadRow, is_new: bool) -> None:
        """Keep what hangs under the object, where that is not what it was."""
        for field in self.parts:
            old = []
            if not is_new:
                rows = getattr(row.result.instance, field.attribute)
                old = field.widget.there(rows)
            new = row.values[field.column_name]
            if row.result.note_change(field, old, new):
                row.result.parts[field.column_name] = new

    def label_of(self, row: ReadRow) -> str:
        """What to call a row in the preview: its title or name, else its key.

        Of something else that stands in the key it is the name, where a file has a slug or a code.
        """
        texts = []
        for field in self.resource.label_fields:
            value = row.values.get(field.attribute)
            if isinstance(value, Model):
                texts.append(str(value))
            else:
                texts.append(row.cells.get(field.column_name, ""))
        label = " · ".join(filter(None, texts))
        return label[:LONGEST_LABEL]
