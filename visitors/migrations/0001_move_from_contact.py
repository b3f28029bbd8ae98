from django.db import migrations, models


class Migration(migrations.Migration):
    """Limits get a room of their own; their table stays what it is, and where it is."""

    initial = True
    dependencies = [("contact", "0001_create")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="RateLimit",
                    fields=[
                        ("fingerprint", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("period_started_at", models.DateTimeField()),
                        ("count", models.PositiveIntegerField()),
                    ],
                    options={
                        "db_table": "contact_ratelimit",
                        "verbose_name": "grens",
                        "verbose_name_plural": "grenzen",
                    },
                ),
            ],
        ),
    ]
