from django.db import migrations

from search.triggers import note_change_function, watch

OF_ONE_THING = {
    "initiative": "initiative_id",
    "theme": "theme_id",
    "network": "network_id",
    "organisation": "organisation_id",
}
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
EVERYTHING_THERE_IS = """
INSERT INTO search_changedobject (label, object_id)
SELECT 'initiative', id FROM initiatives_initiative UNION ALL SELECT 'theme', id FROM initiatives_theme
UNION ALL SELECT 'organisation', id FROM partners_organisation UNION ALL SELECT 'network', id FROM partners_network
UNION ALL SELECT 'paper', id FROM initiatives_document
"""


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_create"),
        ("initiatives", "0002_review_and_history"),
        ("partners", "0002_roles_archive_and_history"),
    ]

    operations = [
        migrations.RunSQL(NARROW_ROWS, migrations.RunSQL.noop),
        migrations.RunSQL(FIND, "DROP FUNCTION search_documents_with(tsquery)"),
        note_change_function(),
        watch("initiatives_initiative", initiative="id"),
        watch("initiatives_initiative_themes", initiative="initiative_id"),
        watch("initiatives_initiative_target_groups", initiative="initiative_id"),
        watch("initiatives_initiative_places", initiative="initiative_id"),
        watch("initiatives_initiative_sources", initiative="initiative_id"),
        watch("initiatives_participation", initiative="initiative_id"),
        watch("initiatives_figure", **OF_ONE_THING),
        watch("initiatives_citation", **OF_ONE_THING),
        watch("initiatives_theme", theme="id parent_id"),
        watch("initiatives_libraryoffer", theme="theme_id"),
        watch("initiatives_municipalduty", theme="theme_id"),
        watch("initiatives_conversationquestion", theme="theme_id"),
        watch("initiatives_targetgroup", target_group="id"),
        watch("initiatives_document", paper="id"),
        watch("initiatives_document_publishers", paper="document_id"),
        watch("initiatives_document_initiatives", paper="document_id"),
        watch("initiatives_document_themes", paper="document_id"),
        watch("initiatives_document_networks", paper="document_id"),
        watch("partners_organisation", organisation="id"),
        watch("partners_organisation_work_area", organisation="organisation_id"),
        watch("partners_branch", organisation="library_id"),
        watch("partners_municipalityalias", organisation="municipality_id"),
        watch("partners_succession", organisation="predecessor_id successor_id"),
        watch("partners_province", province="id"),
        watch("partners_network", network="id"),
        watch("partners_networkmember", network="network_id"),
        watch("search_synonym", synonym="id"),
        migrations.RunSQL(EVERYTHING_THERE_IS, migrations.RunSQL.noop),
    ]
