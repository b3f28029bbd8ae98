"""A field that nobody types shows what it is made of, or a dash, and is made once: it may ask the database."""

import pytest
from django.template.loader import render_to_string
from django.utils.html import strip_tags


class Field:
    """As the library gives one to the template."""

    is_file = is_json = False

    def __init__(self, text):
        self.text, self.times_made = text, 0

    def contents(self):
        self.times_made += 1
        return self.text


@pytest.mark.parametrize(("text", "shown"), [("12 mei", "12 mei"), ("", "-"), ("None", "-"), ("a < b", "a &lt; b")])
def test_it_is_made_once(text, shown):
    field = Field(text)

    page = render_to_string("unfold/helpers/field_readonly_value.html", {"field": field})

    assert (strip_tags(page).strip(), field.times_made) == (shown, 1)
