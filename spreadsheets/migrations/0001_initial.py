import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from history.migrating import Together


class Migration(migrations.Migration):
    replaces = [
        ("spreadsheets", "0001_create"),
        ("spreadsheets", "0002_import_and_export"),
        ("spreadsheets", "0003_outlive_accounts"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="LoadedFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=120, unique=True, verbose_name="bestand")),
                        ("fingerprint", models.CharField(max_length=64, verbose_name="vingerafdruk")),
                        ("loaded_at", models.DateTimeField(auto_now=True, verbose_name="geladen op")),
                    ],
                    options={
                        "verbose_name": "geladen bestand",
                        "verbose_name_plural": "geladen bestanden",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="ExportRun",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("model", models.CharField(max_length=100, verbose_name="soort")),
                        ("kind", models.CharField(blank=True, choices=[("xlsx", "Excel (xlsx)"), ("ods", "LibreOffice (ods)"), ("csv", "Tekst met puntkomma’s (csv)")], max_length=4, verbose_name="bestandssoort")),
                        ("keys", models.JSONField(default=list)),
                        ("file", models.FileField(blank=True, upload_to="exports/", verbose_name="bestand")),
                        ("problem", models.TextField(blank=True, verbose_name="reden")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="gevraagd op")),
                        ("user", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="export_runs", to=settings.AUTH_USER_MODEL, verbose_name="wie")),
                    ],
                    options={
                        "verbose_name": "export",
                        "verbose_name_plural": "exports",
                        "ordering": ["-created_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportRun",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("model", models.CharField(max_length=100, verbose_name="soort")),
                        ("layout", models.CharField(blank=True, max_length=40, verbose_name="indeling")),
                        ("file", models.FileField(upload_to="imports/", verbose_name="bestand")),
                        ("file_name", models.CharField(max_length=200, verbose_name="bestand")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("lezen", "Wordt gelezen"),
                                    ("kolommen", "Wacht op jou: welke kolom is wat?"),
                                    ("controleren", "Wordt gecontroleerd"),
                                    ("gecontroleerd", "Wacht op jouw bevestiging"),
                                    ("schrijven", "Wordt opgeslagen"),
                                    ("klaar", "Opgeslagen"),
                                    ("terugdraaien", "Wordt teruggedraaid"),
                                    ("geweigerd", "Geweigerd"),
                                    ("gestopt", "Gestopt"),
                                    ("teruggedraaid", "Teruggedraaid"),
                                ],
                                default="lezen",
                                max_length=20,
                                verbose_name="stand",
                            ),
                        ),
                        ("only_good", models.BooleanField(default=False, verbose_name="alleen de goede rijen")),
                        ("drop_unknown", models.BooleanField(default=False, verbose_name="onbekende verwijzingen weglaten")),
                        ("headers", models.JSONField(default=list)),
                        ("sample", models.JSONField(default=list)),
                        ("mapping", models.JSONField(default=dict)),
                        ("constants", models.JSONField(default=dict)),
                        ("empty_words", models.JSONField(default=list)),
                        ("notices", models.JSONField(default=list)),
                        ("problem", models.TextField(blank=True, verbose_name="reden")),
                        ("total", models.PositiveIntegerField(default=0, verbose_name="rijen")),
                        ("done", models.PositiveIntegerField(default=0, verbose_name="gedaan")),
                        ("counts", models.JSONField(default=dict)),
                        ("fingerprint", models.CharField(blank=True, max_length=64)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="begonnen op")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="opgeslagen op")),
                        ("user", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="import_runs", to=settings.AUTH_USER_MODEL, verbose_name="wie")),
                    ],
                    options={
                        "verbose_name": "import",
                        "verbose_name_plural": "imports",
                        "ordering": ["-created_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportRow",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("line", models.PositiveIntegerField(verbose_name="regel")),
                        ("outcome", models.CharField(choices=[("nieuw", "Nieuw"), ("veranderd", "Veranderd"), ("gelijk", "Gelijk"), ("geweigerd", "Geweigerd")], max_length=10, verbose_name="uitkomst")),
                        ("label", models.CharField(max_length=300, verbose_name="wat")),
                        ("changes", models.JSONField(default=list)),
                        ("problems", models.JSONField(default=list)),
                        ("remarks", models.JSONField(default=list)),
                        ("cells", models.JSONField(default=list)),
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="spreadsheets.importrun", verbose_name="import")),
                    ],
                    options={
                        "verbose_name": "rij van een import",
                        "verbose_name_plural": "rijen van imports",
                        "ordering": ["run", "line"],
                        "indexes": [models.Index(fields=["run", "outcome", "line"], name="import_row_outcome")],
                    },
                ),
            ],
        ),
    ]
