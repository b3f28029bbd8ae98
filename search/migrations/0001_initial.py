import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from history.migrating import Together
from search.triggers import note_change_function, watch

# The database moves long values out of a row only where the row is longer than two kilobytes; the padding, which takes
# thirty bytes once compressed, makes every row that long. Looking for a common word then reads a fifth of the pages.
NARROW_ROWS = """
ALTER TABLE search_documentwords ADD COLUMN padding text NOT NULL DEFAULT repeat(' ', 2100);
ALTER TABLE search_searchdocument SET (toast_tuple_target = 128);
ALTER TABLE search_documentwords SET (toast_tuple_target = 128);
ALTER TABLE search_searchdocument ALTER COLUMN text SET STORAGE EXTERNAL;
ALTER TABLE search_searchdocument ALTER COLUMN title SET STORAGE MAIN;
ALTER TABLE search_searchdocument ALTER COLUMN sort_key SET STORAGE MAIN
"""
# A function, since it must not read every row: the planner does not know that terms are kept beside the table and thinks
# that cheaper for a common word, while it takes forty times as long.
FIND = """
CREATE FUNCTION search_documents_with(terms tsquery) RETURNS bytea LANGUAGE sql STABLE
SET enable_seqscan = off SET jit = off
AS $$ SELECT string_agg(int4send(document_id), '') FROM search_documentwords WHERE words @@ terms $$
"""


class Migration(migrations.Migration):
    replaces = [
        ("search", "0001_create"),
        ("search", "0002_watch_changes"),
        ("search", "0003_watch_events"),
        ("search", "0004_registered_kinds"),
        ("search", "0005_layout"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="ChangedObject",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("label", models.CharField(max_length=40)),
                        ("object_id", models.BigIntegerField()),
                        ("is_document", models.BooleanField(db_default=False, default=False)),
                    ],
                    options={
                        "verbose_name": "wijziging voor het zoeken",
                        "verbose_name_plural": "wijzigingen voor het zoeken",
                    },
                ),
                migrations.CreateModel(
                    name="CorpusWord",
                    fields=[
                        ("word", models.CharField(db_collation="C", max_length=60, primary_key=True, serialize=False)),
                    ],
                    options={
                        "verbose_name": "woord in de teksten",
                        "verbose_name_plural": "woorden in de teksten",
                    },
                ),
                migrations.CreateModel(
                    name="SearchDocument",
                    fields=[
                        ("id", models.AutoField(primary_key=True, serialize=False)),
                        ("kind", models.CharField(max_length=20)),
                        ("object_id", models.PositiveIntegerField()),
                        ("is_public", models.BooleanField(default=True)),
                        ("title", models.CharField(max_length=300)),
                        ("text", models.TextField(blank=True)),
                        ("words_digest", models.CharField(blank=True, max_length=32)),
                        ("codes", django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list, size=None)),
                        ("sort_key", models.CharField(db_collation="C", max_length=300)),
                        ("year", models.PositiveSmallIntegerField(default=0)),
                        ("updated_at", models.DateTimeField()),
                        ("quality", models.PositiveSmallIntegerField(default=0)),
                        ("card", models.JSONField(default=dict)),
                        ("version", models.BigIntegerField()),
                    ],
                    options={
                        "verbose_name": "zoekdocument",
                        "verbose_name_plural": "zoekdocumenten",
                        "indexes": [models.Index(fields=["version"], name="search_document_version")],
                        "constraints": [
                            models.UniqueConstraint(fields=("kind", "object_id"), name="search_document_of_one_object", violation_error_message="Van dit onderdeel is al een zoekdocument."),
                            models.CheckConstraint(condition=models.Q(("is_public", True), models.Q(("card", {}), ("codes", []), ("text", ""), ("title", ""), ("words_digest", "")), _connector="OR"), name="search_document_withdrawn_is_empty", violation_error_message="Van wat niet openbaar is, blijft niets vindbaar."),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchedWord",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("word", models.CharField(max_length=40, verbose_name="woord")),
                        ("month", models.DateField(help_text="De eerste dag van de maand.", verbose_name="maand")),
                        ("searches", models.PositiveIntegerField(default=0, verbose_name="gezocht")),
                        ("without_result", models.PositiveIntegerField(default=0, verbose_name="niets gevonden")),
                        ("opened", models.PositiveIntegerField(default=0, verbose_name="iets geopend")),
                        ("is_done", models.BooleanField(default=False, verbose_name="afgehandeld")),
                    ],
                    options={
                        "verbose_name": "zoekwoord",
                        "verbose_name_plural": "zoekwoorden",
                        "ordering": ["-month", "-without_result", "-searches", "word"],
                        "constraints": [
                            models.UniqueConstraint(fields=("word", "month"), name="searched_word_unique", violation_error_message="Dit woord wordt deze maand al geteld."),
                            models.CheckConstraint(condition=models.Q(("without_result__lte", models.F("searches"))), name="searched_word_not_oftener_without_result", violation_error_message="Een woord kan niet vaker zonder resultaat zijn dan het gezocht is."),
                            models.CheckConstraint(condition=models.Q(("month__day", 1)), name="searched_word_month_begins", violation_error_message="Een maand wordt geschreven als haar eerste dag."),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchState",
                    fields=[
                        ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ("version", models.BigIntegerField(default=0)),
                        ("options_version", models.BigIntegerField(default=0)),
                        ("day", models.DateField(null=True)),
                        ("rebuilding", models.JSONField(default=dict)),
                        ("layout", models.JSONField(db_default={}, default=dict)),
                    ],
                    options={
                        "verbose_name": "stand van het zoeken",
                        "verbose_name_plural": "stand van het zoeken",
                        "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="one_search_state", violation_error_message="Er is maar één stand.")],
                    },
                ),
                migrations.CreateModel(
                    name="Synonym",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("word", models.CharField(help_text="Een woord, afkorting of paar woorden, zoals: Wmo.", max_length=80, verbose_name="woord")),
                        ("meaning", models.CharField(help_text="Bijvoorbeeld: Wet maatschappelijke ondersteuning.", max_length=80, verbose_name="betekent ook")),
                        ("is_two_way", models.BooleanField(default=True, help_text="Uit: wie ‘betekent ook’ intypt, vindt het woord niet vanzelf.", verbose_name="ook andersom")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="toelichting")),
                    ],
                    options={
                        "verbose_name": "synoniem",
                        "verbose_name_plural": "synoniemen",
                        "ordering": ["word", "meaning"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(models.Q(("word", ""), _negated=True), models.Q(("meaning", ""), _negated=True)), name="synonym_has_both_sides", violation_error_message="Vul het woord in en wat het ook betekent."),
                            models.CheckConstraint(condition=models.Q(("word__iexact", models.F("meaning")), _negated=True), name="synonym_of_something_else", violation_error_message="Een woord is geen synoniem van zichzelf."),
                            models.UniqueConstraint(django.db.models.functions.text.Lower("word"), django.db.models.functions.text.Lower("meaning"), name="synonym_unique", violation_error_message="Dit synoniem staat er al."),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SynonymEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("word", models.CharField(help_text="Een woord, afkorting of paar woorden, zoals: Wmo.", max_length=80, verbose_name="woord")),
                        ("meaning", models.CharField(help_text="Bijvoorbeeld: Wet maatschappelijke ondersteuning.", max_length=80, verbose_name="betekent ook")),
                        ("is_two_way", models.BooleanField(default=True, help_text="Uit: wie ‘betekent ook’ intypt, vindt het woord niet vanzelf.", verbose_name="ook andersom")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="toelichting")),
                        ("pgh_context", models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="pghistory.context")),
                        ("pgh_obj", models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="events", to="search.synonym")),
                    ],
                    options={
                        "verbose_name": "versie van synoniem",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DocumentWords",
                    fields=[
                        ("document", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="terms", serialize=False, to="search.searchdocument")),
                        ("words", django.contrib.postgres.search.SearchVectorField()),
                    ],
                    options={
                        "verbose_name": "woorden van een zoekdocument",
                        "verbose_name_plural": "woorden van zoekdocumenten",
                        "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["words"], gin_pending_list_limit=1024, name="search_words")],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="synonym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "search_synonymevent" ("id", "is_two_way", "meaning", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") VALUES (NEW."id", NEW."is_two_way", NEW."meaning", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."word"); RETURN NULL;',
                            hash="24be1681e3c7181a60c310c2cd3dcd582b20c0ed",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7ff8a",
                            table="search_synonym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="synonym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "search_synonymevent" ("id", "is_two_way", "meaning", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") VALUES (NEW."id", NEW."is_two_way", NEW."meaning", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."word"); RETURN NULL;',
                            hash="b2580aee0b0a26ca8a15610b811cb1de0874bcb9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_522d1",
                            table="search_synonym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="synonym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "search_synonymevent" ("id", "is_two_way", "meaning", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") VALUES (OLD."id", OLD."is_two_way", OLD."meaning", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."word"); RETURN NULL;',
                            hash="bfa586099629816a6ea680a08660686e31b1733d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1c20",
                            table="search_synonym",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
        migrations.RunSQL(NARROW_ROWS, migrations.RunSQL.noop),
        migrations.RunSQL(FIND, "DROP FUNCTION search_documents_with(tsquery)"),
        note_change_function(),
        watch("search_synonym", synonym="id"),
    ]
