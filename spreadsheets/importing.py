"""The rows of a file → new, changed, unchanged and refused objects.

Rows are written in batches, since saving one by one takes minutes for ten thousand; when the database refuses a
batch, its rows are tried one by one, so that every refusal has its own line and sentence.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from import_export.widgets import ForeignKeyWidget

from .constraints import refusal

BATCH = 500
NEW, CHANGED, UNCHANGED, REFUSED = "nieuw", "veranderd", "gelijk", "geweigerd"
EXTRA_CELLS = None  # the key under which a row keeps what stands beyond the last column
NOT_YOURS = "Dit hoort niet bij een provincie waar jij curator van bent."


@dataclass
class RowResult:
    """What becomes of one row; ``changes`` are (column, old, new) texts, ``problems`` (column, reason)."""

    line: int
    outcome: str = UNCHANGED
    label: str = ""
    changes: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    instance: object = None
    links: dict = field(default_factory=dict)  # many-to-many field name -> objects

    def refuse(self, *problems):
        """Say why this row is not taken."""
        self.outcome, self.problems, self.changes = REFUSED, [*self.problems, *problems], []


class Importer:
    """Takes rows into the database; the caller decides about the transaction around it.

    ``user`` is the curator who brings the rows in; ``None`` for the program itself, which may all.
    """

    def __init__(self, resource, columns, *, user=None):
        self.resource, self.model, self.user = resource, resource._meta.model, user
        self.editable = self.model._default_manager.editable_by(user) if user else None
        wanted = {*columns, *(each.column_name for each in resource.key_fields)}
        if user and "slug" in resource.fields:
            wanted.add(resource.fields["slug"].column_name)  # a new row gets one, also without that column
        self.fields = [each for each in resource.get_import_fields() if each.column_name in wanted]
        self.plain = [each for each in self.fields if not each.widget.is_many]
        self.many = [each for each in self.fields if each.widget.is_many]
        self.may_change = set(self.editable.values_list("pk", flat=True)) if user else None
        self.owners = {}  # per foreign key in OWNERS: ids of what the curator may change

    def run(self, rows):
        """Yield a ``RowResult`` per (line, {column: text}), in batches and in order."""
        self.resource.prepare(is_upload=self.user is not None)
        batch = []
        for line, row in rows:
            batch.append(self.read(line, row))
            if len(batch) >= self.resource.batch_size:
                yield from self.write(batch)
                batch = []
        yield from self.write(batch)

    # --- reading one row ------------------------------------------------------------------------
    def read(self, line, row):
        """The object that a row is about, with its new values; nothing is written yet."""
        result = RowResult(line)
        if row.get(EXTRA_CELLS):
            result.refuse(("", "Deze rij heeft meer cellen dan er kolommen zijn."))
        values = self._clean(row, result)
        if not result.problems:
            try:
                self._fill(values, row, result)
            except ValidationError as error:
                result.refuse(*self._told(error))
        result.label = result.label or self._label(row)
        return result

    def _clean(self, row, result):
        values = {}
        for each in self.fields:
            try:
                values[each.attribute] = each.widget.clean(row.get(each.column_name, ""), row=row)
                result.remarks += each.widget.remarks()
            except ValueError as error:
                result.refuse((each.column_name, str(error)))
        return values

    def _fill(self, values, row, result):
        found = self.resource.find(values, row, result.remarks)
        is_new, result.instance = found is None, found or self.model()
        self._fill_plain(values, result, is_new)
        self._fill_many(values, result, is_new)
        if not (is_new or result.changes):
            return
        if not is_new and self.may_change is not None and found.pk not in self.may_change:
            raise ValidationError(NOT_YOURS)
        result.outcome = NEW if is_new else CHANGED
        self._check_owners(result.instance)
        self.resource.check(result.instance, is_new=is_new)
        result.instance.full_clean(exclude=self._looked_up(values), validate_unique=False, validate_constraints=False)

    def _looked_up(self, values):
        """References that were found a moment ago: Django would ask the database for each of every row again."""
        return {
            each.attribute
            for each in self.plain
            if isinstance(each.widget, ForeignKeyWidget) and values[each.attribute] is not None
        }

    def _check_owners(self, instance):
        """A row may only hang under what the curator may change; else hanging it there would make that theirs."""
        if self.may_change is None:
            return
        for name in getattr(self.model, "OWNERS", ()):
            owner = getattr(instance, self.model._meta.get_field(name).attname)
            if owner and owner not in self._editable_owners(name):
                raise ValidationError({name: NOT_YOURS})

    def _editable_owners(self, name):
        if name not in self.owners:
            owner = self.model._meta.get_field(name).related_model
            mine = owner._default_manager.editable_by(self.user)
            self.owners[name] = set(mine.values_list("pk", flat=True))
        return self.owners[name]

    def _fill_plain(self, values, result, is_new):
        """What only differs in line ends or spaces around it stays as it is, and so does what one may not see."""
        for each in self.plain:
            if self._is_hidden(each, result.instance, is_new):
                continue
            old, new = (None if is_new else getattr(result.instance, each.attribute)), values[each.attribute]
            if self._note(result, each, old, new) or is_new:
                setattr(result.instance, each.attribute, new)

    def _is_hidden(self, each, instance, is_new):
        is_private = each.attribute in getattr(self.model, "PRIVATE_FIELDS", ())
        return is_private and not is_new and self.may_change is not None and instance.pk not in self.may_change

    def _fill_many(self, values, result, is_new):
        for each in self.many:
            old = [] if is_new else list(getattr(result.instance, each.attribute).all())
            new = values[each.attribute]
            if {thing.pk for thing in old} != {thing.pk for thing in new}:
                result.links[each.attribute] = new
                self._note(result, each, old, new)

    @staticmethod
    def _note(result, each, old, new):
        before, after = each.widget.shown(old), each.widget.shown(new)
        if before != after:
            result.changes.append((each.column_name, before, after))
        return before != after

    def _told(self, error):
        """(column, sentence) pairs of a ``ValidationError``."""
        if not hasattr(error, "error_dict"):
            return [("", " ".join(error.messages))]
        return [(self.resource.column_of(name), " ".join(told)) for name, told in error.message_dict.items()]

    def _label(self, row):
        """What to call a row in the preview: its title or name, else its key."""
        told = [row.get(name, "") for name in self.resource.label_columns]
        return " · ".join(filter(None, told))[:300]

    # --- writing a batch --------------------------------------------------------------------------
    def write(self, batch):
        """Write the good rows of a batch; rows the database refuses become refused rows."""
        good = [result for result in batch if result.outcome in (NEW, CHANGED)]
        self._write_or_refuse(good)
        return batch

    def _write_or_refuse(self, results):
        """Write these rows; where the database refuses some, halve them until those are found."""
        error = self._refusal(results) if results else None
        if error is None:
            return
        if len(results) == 1:
            results[0].refuse(*self._told(error))
            return
        middle = len(results) // 2
        self._write_or_refuse(results[:middle])
        self._write_or_refuse(results[middle:])

    def _refusal(self, results):
        """Write these rows together; the ``ValidationError`` where the database does not take them."""
        try:
            with transaction.atomic():
                self._save([result.instance for result in results if result.outcome == NEW], is_new=True)
                self._save([result.instance for result in results if result.outcome == CHANGED], is_new=False)
                self._link(results)
                self._check_scope(results)
        except IntegrityError as error:
            problem = refusal(error, self.model)
        except ValidationError as error:
            problem = error
        else:
            return None
        for result in results:
            if result.outcome == NEW:
                result.instance.pk, result.instance._state.adding = None, True
        return problem

    def _save(self, instances, *, is_new):
        if not instances:
            return
        if is_new:
            self.model._base_manager.bulk_create(instances)
        else:  # one statement for all, where ``bulk_update`` compares every field of every row
            names = [each.attribute for each in self.plain if each.attribute not in ("pk", "id")]
            stamps = [f.name for f in self.model._meta.local_concrete_fields if getattr(f, "auto_now", False)]
            for instance in instances:
                for stamp in stamps:
                    setattr(instance, stamp, timezone.now())
            self.model._base_manager.bulk_create(
                instances, update_conflicts=True, unique_fields=["pk"], update_fields=[*names, *stamps]
            )
        self.resource.after_save(instances)

    def _link(self, results):
        """Make the many-to-many tables say what the rows say, in three statements per table."""
        for each in self.many:
            changed = [result for result in results if each.attribute in result.links]
            wanted = {(r.instance.pk, other.pk) for r in changed for other in r.links[each.attribute]}
            relation = self.model._meta.get_field(each.attribute)
            through, source, target = (
                relation.remote_field.through,
                relation.m2m_column_name(),
                relation.m2m_reverse_name(),
            )
            there = through._base_manager.filter(**{f"{source}__in": [result.instance.pk for result in changed]})
            pairs = {(getattr(row, source), getattr(row, target)): row.pk for row in there}
            through._base_manager.filter(pk__in=[pk for pair, pk in pairs.items() if pair not in wanted]).delete()
            new = sorted(wanted - set(pairs))
            through._base_manager.bulk_create([through(**{source: pk, target: other}) for pk, other in new])

    def _check_scope(self, results):
        """What was written must still belong to the curator; raises ``ValidationError`` so that it is taken back."""
        if self.editable is None:
            return
        added = not self.resource.anyone_may_add
        written = {each.instance.pk for each in results if added or each.outcome == CHANGED}
        if written - set(self.editable.all().filter(pk__in=written).values_list("pk", flat=True)):
            raise ValidationError(NOT_YOURS)
