"""Who knows django-import-export is told where a rule of a layout goes."""

import pytest
from import_export import resources

from spreadsheets.hooks import NEVER_CALLED
from spreadsheets.resources import ContentResource


@pytest.mark.parametrize("hook", ["before_import_row", "skip_row", "after_save_instance", "dehydrate_titel"])
def test_a_hook_that_is_never_called_is_refused_with_what_to_write_instead(hook):
    with pytest.raises(TypeError, match=rf"Columns\.{hook} is never called; write \w+"):
        type("Columns", (ContentResource,), {hook: lambda self: None})


def test_every_hook_is_one_of_the_library_and_none_of_its_hooks_is_missing():
    hooks = [name for name in dir(resources.Resource) if name.startswith(("before_", "after_"))]

    assert [name for name in NEVER_CALLED if not hasattr(resources.Resource, name)] == []
    assert [name for name in hooks if name not in NEVER_CALLED] == []


def test_a_layout_with_rules_of_ours_is_taken():
    rules = ["get_queryset", "prepare", "find", "check", "remark", "after_save"]

    columns = type("Columns", (ContentResource,), {rule: getattr(ContentResource, rule) for rule in rules})

    assert issubclass(columns, ContentResource)
