from django.db import migrations


class Migration(migrations.Migration):
    """The model went to ``visitors``, with its table."""

    dependencies = [("contact", "0001_create"), ("visitors", "0001_move_from_contact")]
    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name="RateLimit")]),
    ]
