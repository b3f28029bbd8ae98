"""A form of a page, as a browser would send it back."""

from lxml.html import document_fromstring

NOT_SENT = ("submit", "button", "reset", "image", "file")


def filled_in(page, form_id):
    """{name: value, or list of values} of the form with this id."""
    form = document_fromstring(page).get_element_by_id(form_id)
    sent = {}
    for field in form.iter():
        value = _value_of(field)
        if field.get("name") and value is not None:
            sent[field.get("name")] = value
    return sent


def _value_of(field):
    """What one field would send; ``None`` where it would send nothing."""
    if field.tag == "textarea":
        return (field.text or "").removeprefix("\n")  # which belongs to the tag before it
    if field.tag == "select":
        return [option.get("value") for option in field.iter("option") if option.get("selected") is not None]
    is_off = field.get("type") in ("checkbox", "radio") and field.get("checked") is None
    if field.tag != "input" or field.get("type") in NOT_SENT or is_off:
        return None
    return field.get("value", "")
