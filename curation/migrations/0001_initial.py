import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from history.migrating import Together


class Migration(migrations.Migration):
    replaces = [
        ("curation", "0001_create"),
        ("curation", "0002_take_names_out_of_the_log"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="CheckedLink",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("url", models.CharField(max_length=500, unique=True, verbose_name="webadres")),
                        ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="bekeken op")),
                        ("status", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="antwoord")),
                        ("problem", models.CharField(blank=True, max_length=200, verbose_name="wat er mis is")),
                        ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="keer mis")),
                        ("broken_since", models.DateTimeField(blank=True, null=True, verbose_name="kapot sinds")),
                    ],
                    options={
                        "verbose_name": "webadres",
                        "verbose_name_plural": "webadressen",
                        "ordering": ["-failures", "url"],
                    },
                ),
                migrations.CreateModel(
                    name="TaskFailure",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("job_id", models.BigIntegerField(unique=True, verbose_name="nummer")),
                        ("task", models.CharField(max_length=200, verbose_name="taak")),
                        ("reason", models.TextField(verbose_name="reden")),
                        ("failed_at", models.DateTimeField(auto_now=True, verbose_name="mislukt op")),
                    ],
                    options={
                        "verbose_name": "mislukte taak",
                        "verbose_name_plural": "mislukte taken",
                        "ordering": ["-failed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="FormerAddress",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("model", models.CharField(max_length=100, verbose_name="soort")),
                        ("slug", models.SlugField(max_length=120, verbose_name="kenmerk")),
                        ("target_id", models.BigIntegerField(verbose_name="nummer van het andere")),
                        ("former_id", models.BigIntegerField(verbose_name="nummer dat het had")),
                    ],
                    options={
                        "verbose_name": "vroeger adres",
                        "verbose_name_plural": "vroegere adressen",
                        "constraints": [models.UniqueConstraint(fields=("model", "slug"), name="former_address_unique", violation_error_message="Dit adres leidt al ergens heen.")],
                    },
                ),
                migrations.CreateModel(
                    name="SavedView",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("list_name", models.CharField(max_length=100, verbose_name="lijst")),
                        ("name", models.CharField(max_length=80, verbose_name="naam")),
                        ("query", models.CharField(blank=True, max_length=2000, verbose_name="filters")),
                        ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="saved_views", to=settings.AUTH_USER_MODEL, verbose_name="gebruiker")),
                    ],
                    options={
                        "verbose_name": "bewaarde weergave",
                        "verbose_name_plural": "bewaarde weergaven",
                        "ordering": ["name"],
                        "constraints": [models.UniqueConstraint(fields=("user", "list_name", "name"), name="saved_view_unique", violation_error_message="Je hebt al een weergave met deze naam.")],
                    },
                ),
            ],
        ),
    ]
