"""What is wrong with a form, for the summary above it."""


def mistakes_of(form, who=""):
    """(id of the field or "", sentence) of all that is wrong, in the order of the fields; ``who`` goes before each."""
    if not form.is_bound:
        return []
    of_all = [("", f"{who}{each}") for each in form.non_field_errors()]
    wrong = [form[name] for name in form.fields if name in form.errors]
    return of_all + [(field.auto_id, f"{who}{field.label}: {each}") for field in wrong for each in field.errors]
