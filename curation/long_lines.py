"""Fields for a sentence or two: room to read them, although they stay one line."""

from django import forms
from django.db import models
from unfold.widgets import UnfoldAdminTextareaWidget

# characters; what may be longer gets more room than one line
ONE_LINE = 250
ONE_LINE_OF_A_ROW = 60  # where fields stand next to each other
ROWS = 3


class LongLineField(forms.CharField):
    """A text of one line that is shown on several; a line break is a space."""

    widget = UnfoldAdminTextareaWidget

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class WithLongLines:
    """A form in which long texts can be read while they are written."""

    one_line = ONE_LINE
    rows = ROWS

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field_class = type(db_field)
        if (
            field_class is models.CharField
            and not db_field.choices
            and db_field.max_length > self.one_line
        ):
            return db_field.formfield(
                form_class=LongLineField,
                widget=UnfoldAdminTextareaWidget(attrs={"rows": self.rows}),
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class WithGrowingTexts(WithLongLines):
    """Rows in which a text begins with one line and grows with what stands in it."""

    one_line = ONE_LINE_OF_A_ROW
    rows = 1
