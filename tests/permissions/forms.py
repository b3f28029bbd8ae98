"""Filling in a form of the admin as a browser would: all that stands there, and what is typed over it."""

from tests.permissions.asking import ask


def form_data(response):
    """{name: value} of every field of the form that this page shows, those of its inlines too."""
    forms = [response.context_data["adminform"].form]
    for inline in response.context_data["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    return {field.html_name: value for form in forms for field in form for value in [plain(field)] if value != ""}


def plain(field):
    """What a browser would send of a field; a file is not sent again."""
    value = field.value()
    if value is None or value is False or hasattr(value, "storage"):
        return ""
    if isinstance(value, (list, tuple)) or hasattr(value, "all"):
        return [getattr(each, "pk", each) for each in value]
    return getattr(value, "pk", value)


def change_path(thing):
    """The address of the form of a thing."""
    return f"/beheer/{thing._meta.label_lower.replace('.', '/')}/{thing.pk}/change/"


def add_path(label):
    """The address of the empty form of a model."""
    return f"/beheer/{label.replace('.', '/')}/add/"


def typed(client, path, values):
    """Everything in the form at this address, with these values typed over it; ``None`` empties a field."""
    data = form_data(ask(client, "GET", path)) | values
    return {name: value for name, value in data.items() if value is not None}


def shown_errors(response):
    """The sentences above the form; none where it was saved."""
    if response.status_code == 302:
        return []
    return list(response.context_data["adminform"].form.non_field_errors())


def shown_values(response, names):
    """What stands in these fields now."""
    form = response.context_data["adminform"].form
    return {name: form[name].value() for name in names}
