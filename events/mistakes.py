"""What is wrong with a form, for the summary above it."""


def mistakes_of(form, who=""):
    """(id of the field or "", sentence) of all that is wrong, in the order of the fields; ``who`` goes before each."""
    if not form.is_bound:
        return []
    mistakes = []
    for error in form.non_field_errors():
        mistakes.append(("", f"{who}{error}"))
    for field in form:
        for error in field.errors:
            mistakes.append((field.auto_id, f"{who}{behind_name(field.label, error)}"))
    return mistakes


def behind_name(label, error):
    """What is wrong behind the name of its field; a question has no colon, and a sentence that one ticks is no name."""
    if label.endswith("."):
        return error
    if label.endswith("?"):
        return f"{label} {error}"
    return f"{label}: {error}"
