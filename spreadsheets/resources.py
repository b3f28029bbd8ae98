"""What every spreadsheet layout shares: one row is one object, recognised by its slug or code."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from import_export import resources, widgets
from import_export.fields import Field
from import_export.instance_loaders import BaseInstanceLoader

from .constraints import refusal


def column(name, attribute, widget):
    """A column of a spreadsheet: its Dutch name, the attribute it fills and how a cell is read."""
    return Field(column_name=name, attribute=attribute, widget=widget)


class KnownObjects(BaseInstanceLoader):
    """Finds the object of a row among all there are, read in one query and one per many-to-many column."""

    def __init__(self, resource, dataset=None):
        super().__init__(resource, dataset)
        self.seen = set()
        self.key_columns = [resource.fields[name] for name in resource.get_import_id_fields()]
        self.known = {
            tuple(field.get_value(found) for field in self.key_columns): found for found in resource.get_queryset()
        }

    def get_instance(self, row):
        """The object with the key of this row, or ``None``; refuse a key that is empty or came before."""
        key = tuple(field.clean(row) for field in self.key_columns)
        if not any(key):
            raise ValidationError("Deze rij heeft geen kenmerk.")
        if key in self.seen:
            raise ValidationError("Deze rij staat al eerder in het bestand.")
        self.seen.add(key)
        return self.known.get(key)


class ContentResource(resources.Resource):
    """The base of all layouts: checks every cell before anything is written, and never deletes.

    A column that is missing leaves what there is; an unknown column or a missing key column refuses the file.
    It is no ``ModelResource``, since that adds all fields of the model beside the columns named here.
    """

    class Meta:
        instance_loader_class = KnownObjects
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        skip_html_diff = True
        store_instance = False

    def get_queryset(self):
        """All objects, with the references that rows are compared on."""
        references = [f.attribute for f in self.get_import_fields() if isinstance(f.widget, widgets.ForeignKeyWidget)]
        many = [f.attribute for f in self.get_import_fields() if isinstance(f.widget, widgets.ManyToManyWidget)]
        return self._meta.model.objects.select_related(*references).prefetch_related(*many)

    def init_instance(self, row=None):
        """A new object, for a row whose key is new."""
        return self._meta.model()

    def before_import(self, dataset, **kwargs):
        """Refuse a file whose headers are not this layout's."""
        headers = dataset.headers or []
        known = [field.column_name for field in self.get_import_fields()]
        keys = [self.fields[name].column_name for name in self.get_import_id_fields()]
        problems = {name: "Deze kolom kennen we niet." for name in headers if name not in known}
        problems |= {name: "Deze kolom staat er twee keer." for name in headers if headers.count(name) > 1}
        problems |= {name: "Deze kolom ontbreekt." for name in keys if name not in headers}
        if problems:
            raise ValidationError(problems)

    def before_import_row(self, row, **kwargs):
        """Read every cell once, so that all mistakes of a row are told together, each with its column."""
        problems = {}
        for field in self.get_import_fields():
            try:
                if field.column_name in row:
                    field.clean(row)
            except ValueError as error:
                problems[field.attribute] = str(error)
        if problems:
            raise ValidationError(problems)

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """Check the fields; the constraints are checked while saving."""
        problems = dict(import_validation_errors or {})
        try:
            instance.full_clean(exclude=problems, validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            problems = error.update_error_dict(problems)
        if problems:
            raise ValidationError(problems)

    def do_instance_save(self, instance, is_create):
        """Save one row on its own, so that a refused one does not spoil the others' turn to be checked."""
        try:
            with transaction.atomic():
                super().do_instance_save(instance, is_create)
        except IntegrityError as error:
            raise refusal(error, type(instance)) from error

    def column_of(self, attribute):
        """The Dutch column name of an attribute, empty for a rule over several columns."""
        return next((f.column_name for f in self.get_import_fields() if f.attribute == attribute), "")
