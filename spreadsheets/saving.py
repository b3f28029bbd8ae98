"""Writing rows in batches, since saving one by one takes minutes for ten thousand.

When the database refuses a batch, its rows are tried in smaller ones, so that every refusal has its own line and
sentence.
"""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ManyToManyField, Model
from django.utils import timezone
from import_export.fields import Field

from accounts import kinds

from .constraints import refusal
from .owners import Owners
from .resources import ContentResource
from .rows import RowResult, problems_of


class BatchWriter:
    """Writes the good rows of a batch; ``plain`` and ``many`` are the columns that fill one value, and several.

    ``parts`` are those that fill rows of another table.
    """

    def __init__(
        self,
        resource: ContentResource,
        owners: Owners,
        plain: list[Field],
        many: list[Field],
        parts: list[Field],
    ) -> None:
        self.resource = resource
        self.model = resource.model
        self.owners = owners
        self.plain = plain
        self.many = many
        self.parts = parts

    def write(self, batch: list[RowResult]) -> list[RowResult]:
        """Write the good rows of a batch; rows the database refuses become refused rows."""
        good = []
        for result in batch:
            if result.is_new or result.is_changed:
                good.append(result)
        if good:
            self.write_or_refuse(good)
        return batch

    def write_or_refuse(self, results: list[RowResult]) -> None:
        """Write these rows; where the database refuses some, halve them until those are found."""
        error = self.write_together(results)
        if error is None:
            return
        if len(results) == 1:
            self.refuse(results[0], error)
            return
        middle = len(results) // 2
        self.write_or_refuse(results[:middle])
        self.write_or_refuse(results[middle:])

    def refuse(
        self,
        result: RowResult,
        error: IntegrityError | ValidationError,
    ) -> None:
        """Say why this row cannot be written."""
        if isinstance(error, IntegrityError):
            offered = []
            for field in self.resource.get_import_fields():
                offered.append(field.attribute)
            error = refusal(error, result.instance, offered)
        problems = problems_of(error, self.resource)
        result.refuse(*problems)

    def write_together(
        self,
        results: list[RowResult],
    ) -> IntegrityError | ValidationError | None:
        """Write these rows; the error where the database does not take them, and then none is written."""
        new = [result.instance for result in results if result.is_new]
        changed = [result.instance for result in results if result.is_changed]
        try:
            with transaction.atomic():
                self.add(new)
                self.update(changed)
                self.link(results)
                self.keep_parts(results)
                self.check_owners(new, changed)
        except (IntegrityError, ValidationError) as error:
            problem = error
        else:
            return None
        for instance in new:
            instance.pk = None
            instance._state.adding = True
        return problem

    def add(self, instances: list[Model]) -> None:
        """Make these objects."""
        if instances:
            self.model._base_manager.bulk_create(instances)
            self.resource.after_save(instances)

    def update(self, instances: list[Model]) -> None:
        """Change these objects: one statement for all, where ``bulk_update`` compares every field of every row."""
        if not instances:
            return
        names = []
        for column in self.plain:
            if column.attribute not in ("pk", "id"):
                names.append(column.attribute)
        now = timezone.now()
        for field in kinds.columns_of(self.model):
            if not getattr(field, "auto_now", False):
                continue
            names.append(field.name)
            for instance in instances:
                setattr(instance, field.name, now)
        self.model._base_manager.bulk_create(
            instances,
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=names,
        )
        self.resource.after_save(instances)

    def link(self, results: list[RowResult]) -> None:
        """Make the many-to-many tables say what the rows say."""
        for field in self.many:
            changed = [result for result in results if field.attribute in result.links]
            relation = kinds.field_of(self.model, field.attribute)
            wanted = set()
            for result in changed:
                for related in result.links[field.attribute]:
                    wanted.add((result.instance.pk, related.pk))
            keys = [result.instance.pk for result in changed]
            link_exactly(relation, keys, wanted)

    def keep_parts(self, results: list[RowResult]) -> None:
        """Make the tables of what hangs under the objects say what the rows say."""
        for field in self.parts:
            wanted = {}
            for result in results:
                if field.column_name in result.parts:
                    wanted[result.instance] = result.parts[field.column_name]
            if wanted:
                field.widget.keep(wanted)

    def check_owners(
        self,
        new: list[Model],
        changed: list[Model],
    ) -> None:
        """What was written must still belong to the curator."""
        keys = {instance.pk for instance in changed}
        if not self.resource.anyone_may_add:
            keys |= {instance.pk for instance in new}
        self.owners.check_written(keys)


def link_exactly(
    relation: ManyToManyField,
    keys: list[int],
    wanted: set[tuple[int, int]],
) -> None:
    """Link the objects with these keys to what the pairs in ``wanted`` say and nothing else, in three statements."""
    through = relation.remote_field.through._base_manager
    source = relation.m2m_column_name()
    target = relation.m2m_reverse_name()
    superfluous = []
    linked = set()
    for row in through.filter(**{f"{source}__in": keys}):
        pair = (getattr(row, source), getattr(row, target))
        linked.add(pair)
        if pair not in wanted:
            superfluous.append(row.pk)
    through.filter(pk__in=superfluous).delete()
    missing = wanted - linked
    links = []
    for from_key, to_key in sorted(missing):
        link = through.model(**{source: from_key, target: to_key})
        links.append(link)
    through.bulk_create(links)
