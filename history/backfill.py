"""For migrations: what was there before the database began to write down changes, as the first version of each row."""

from django.db import connection


def write_first_versions(*app_labels):
    """A function for ``RunPython``: copies every row of watched tables of these apps that has no version yet."""

    def copy(apps, schema_editor):
        for model in apps.get_models():
            if model._meta.app_label in app_labels and hasattr(model, "pgh_label"):
                _copy(model)

    return copy


def _copy(events):
    """One statement per table; the columns of a version are those of the row it is about."""
    tracked = events._meta.get_field("pgh_obj").related_model
    columns = [f.column for f in events._meta.local_fields if not f.name.startswith("pgh_")]
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {events._meta.db_table} (pgh_created_at, pgh_label, pgh_obj_id, {names}) "  # noqa: S608 our own tables
            f"SELECT now(), 'insert', id, {names} FROM {tracked._meta.db_table} AS row "
            f"WHERE NOT EXISTS (SELECT 1 FROM {events._meta.db_table} AS version WHERE version.pgh_obj_id = row.id)"
        )
