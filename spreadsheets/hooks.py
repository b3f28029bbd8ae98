"""Hooks of django-import-export that our own loop does not call: a layout that has one is refused at start.

Who knows the library would write ``before_import_row`` or ``skip_row`` and see nothing happen. Our loop writes rows in
batches, and has a place of its own for each purpose.
"""

# hook of the library: what to write in a layout instead
NEVER_CALLED = {
    "before_import": "prepare(), which runs once before the first row",
    "after_import": "after_save(instances), which runs for each batch that was written",
    "before_import_row": "a widget that reads the cell, or find(values, row, remarks)",
    "after_import_row": "remark(results)",
    "before_save_instance": "check(instance, is_new=…)",
    "after_save_instance": "after_save(instances)",
    "after_init_instance": "find(values, row, remarks)",
    "after_import_instance": "find(values, row, remarks)",
    "get_or_init_instance": "find(values, row, remarks)",
    "import_obj": "a widget that reads the cell",
    "import_row": "find(values, row, remarks) and check(instance, is_new=…)",
    "import_field": "a widget that reads the cell",
    "import_instance": "a widget that reads the cell",
    "get_instance": "find(values, row, remarks)",
    "init_instance": "find(values, row, remarks)",
    "validate_instance": "check(instance, is_new=…)",
    "skip_row": "nothing: a row that changes nothing is never written; refuse one in check(instance, is_new=…)",
    "save_instance": "after_save(instances)",
    "do_instance_save": "after_save(instances)",
    "save_m2m": "a widget with is_many, or one of parts.Parts",
    "for_delete": "nothing: an import never deletes",
    "before_delete_instance": "nothing: an import never deletes",
    "after_delete_instance": "nothing: an import never deletes",
    "before_export": "get_queryset()",
    "after_export": "nothing: a file is written row by row",
    "filter_export": "get_queryset()",
    "export_field": "a widget that renders the value",
    "export_resource": "a widget that renders the value",
}
RENDERS = "dehydrate_"  # followed by the name of a column


def refuse_hooks_never_called(layout: type) -> None:
    """Raise ``TypeError``, with what to write instead, where a layout has a hook that nobody would call."""
    for name in vars(layout):
        if name in NEVER_CALLED:
            raise TypeError(
                f"{layout.__name__}.{name} is never called; write {NEVER_CALLED[name]}."
            )
        if name.startswith(RENDERS):
            raise TypeError(
                f"{layout.__name__}.{name} is never called; write a widget that renders the value."
            )
