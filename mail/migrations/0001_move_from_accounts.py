from django.db import migrations, models


class Migration(migrations.Migration):
    """Mail gets a room of its own; its tables stay what they are, and where they are."""

    initial = True
    dependencies = [("accounts", "0001_initial")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="OutgoingMail",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("to", models.EmailField(blank=True, max_length=254, verbose_name="aan")),
                        ("subject", models.CharField(max_length=200, verbose_name="onderwerp")),
                        ("body", models.TextField(verbose_name="tekst")),
                        ("about", models.CharField(blank=True, db_index=True, max_length=60, verbose_name="gaat over")),
                        ("attachments", models.JSONField(default=list, verbose_name="bijlagen")),
                        ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt op")),
                    ],
                    options={
                        "db_table": "accounts_outgoingmail",
                        "verbose_name": "uitgaande mail",
                        "verbose_name_plural": "uitgaande mail",
                    },
                ),
                migrations.CreateModel(
                    name="HandledMail",
                    fields=[
                        ("mail_id", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="nummer")),
                        ("handled_at", models.DateTimeField(auto_now_add=True, verbose_name="afgehandeld op")),
                    ],
                    options={
                        "db_table": "accounts_handledmail",
                        "verbose_name": "afgehandelde mail",
                        "verbose_name_plural": "afgehandelde mail",
                    },
                ),
            ],
        ),
    ]
