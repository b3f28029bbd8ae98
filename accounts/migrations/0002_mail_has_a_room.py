from django.db import migrations


class Migration(migrations.Migration):
    """The models went to ``mail``, with their tables."""

    dependencies = [("accounts", "0001_initial"), ("mail", "0001_move_from_accounts")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel(name="OutgoingMail"),
                migrations.DeleteModel(name="HandledMail"),
            ],
        ),
    ]
