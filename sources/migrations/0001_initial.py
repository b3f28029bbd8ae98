import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from history.migrating import Together


class Migration(migrations.Migration):
    replaces = [
        ("sources", "0001_create"),
        ("sources", "0002_history"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Source",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("slug", models.SlugField(max_length=120, unique=True, verbose_name="kenmerk")),
                        ("title", models.CharField(max_length=300, verbose_name="titel")),
                        ("kind", models.CharField(choices=[("artikel", "Artikel"), ("reactie", "Reactie van een lezer"), ("dataset", "Cijfers of register"), ("wet", "Wet"), ("redactie", "Oordeel van de redactie")], max_length=20, verbose_name="soort")),
                        ("author", models.CharField(blank=True, max_length=200, verbose_name="auteur")),
                        ("publisher", models.CharField(blank=True, max_length=200, verbose_name="uitgever")),
                        ("published_on", models.DateField(blank=True, null=True, verbose_name="verschenen op")),
                        ("url", models.URLField(blank=True, max_length=500, verbose_name="webadres")),
                        ("note", models.TextField(blank=True, verbose_name="toelichting")),
                    ],
                    options={
                        "verbose_name": "bron",
                        "verbose_name_plural": "bronnen",
                        "ordering": ["title", "slug"],
                        "constraints": [models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="source_title_not_empty", violation_error_message="Een bron heeft een titel.")],
                    },
                ),
                migrations.CreateModel(
                    name="SourceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="kenmerk")),
                        ("title", models.CharField(max_length=300, verbose_name="titel")),
                        ("kind", models.CharField(choices=[("artikel", "Artikel"), ("reactie", "Reactie van een lezer"), ("dataset", "Cijfers of register"), ("wet", "Wet"), ("redactie", "Oordeel van de redactie")], max_length=20, verbose_name="soort")),
                        ("author", models.CharField(blank=True, max_length=200, verbose_name="auteur")),
                        ("publisher", models.CharField(blank=True, max_length=200, verbose_name="uitgever")),
                        ("published_on", models.DateField(blank=True, null=True, verbose_name="verschenen op")),
                        ("url", models.URLField(blank=True, max_length=500, verbose_name="webadres")),
                        ("note", models.TextField(blank=True, verbose_name="toelichting")),
                        ("pgh_context", models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="pghistory.context")),
                        ("pgh_obj", models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="events", to="sources.source")),
                    ],
                    options={
                        "verbose_name": "versie van bron",
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sources_sourceevent" ("author", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "slug", "title", "url") VALUES (NEW."author", NEW."id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."publisher", NEW."slug", NEW."title", NEW."url"); RETURN NULL;',
                            hash="be6013704a131198671365c02b55eb22186dd8fc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c3ed3",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "sources_sourceevent" ("author", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "slug", "title", "url") VALUES (NEW."author", NEW."id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."publisher", NEW."slug", NEW."title", NEW."url"); RETURN NULL;',
                            hash="1a5309edfa10053e5ce6e107db5e2fd4d645cccd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e6185",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sources_sourceevent" ("author", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "slug", "title", "url") VALUES (OLD."author", OLD."id", OLD."kind", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_on", OLD."publisher", OLD."slug", OLD."title", OLD."url"); RETURN NULL;',
                            hash="ec4bbcba20127231ed6d1cbb628a4f795bc7f3b5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fde77",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
