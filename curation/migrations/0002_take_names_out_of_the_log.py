from django.db import migrations


def take_names_out(apps, schema_editor):
    """The admin's log wrote what things are called: names and addresses of people, also when those were deleted."""
    apps.get_model("admin", "LogEntry").objects.update(object_repr="", change_message="")


class Migration(migrations.Migration):
    dependencies = [
        ("curation", "0001_create"),
        ("admin", "0003_logentry_add_action_flag_choices"),
    ]

    operations = [migrations.RunPython(take_names_out, migrations.RunPython.noop)]
