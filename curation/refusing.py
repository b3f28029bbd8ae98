"""A save that is taken back: what would then belong to nobody's province that the user looks after."""

from django.db.models import FileField

from accounts import kinds


class OutOfScopeError(Exception):
    """What was saved would no longer belong to who saved it."""


def delete_new_files(form):
    """Take back the files of a form that is refused: storage knows no transactions."""
    for field in kinds.columns_of(form.instance):
        if isinstance(field, FileField) and field.name in form.changed_data:
            file = getattr(form.instance, field.attname)
            if file:
                file.storage.delete(file.name)


class RefusedForm:
    """A form that says why saving was taken back."""

    sentence = ""

    def clean(self):
        cleaned = super().clean()
        self.add_error(None, self.sentence)
        return cleaned
