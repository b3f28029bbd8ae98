"""The same entries in one wide table, for the rivals: text, text vector, and the facet values as arrays."""
# ruff: noqa: S608 statements are put together from what stands here

from django.db import connection

# facets as the overview has them; a part counts for its whole too
ARRAYS = {
    "thema": """
        SELECT v.slug FROM initiatives_initiative_themes l JOIN initiatives_theme t ON t.id = l.theme_id
        LEFT JOIN initiatives_theme p ON p.id = t.parent_id CROSS JOIN LATERAL (VALUES (t.slug), (p.slug)) v(slug)
        WHERE l.initiative_id = i.id AND v.slug IS NOT NULL""",
    "doelgroep": """
        SELECT g.slug FROM initiatives_initiative_target_groups l
        JOIN initiatives_targetgroup g ON g.id = l.targetgroup_id WHERE l.initiative_id = i.id""",
    "soort_partner": """
        SELECT o.sector FROM initiatives_participation l JOIN partners_organisation o ON o.id = l.organisation_id
        WHERE l.initiative_id = i.id AND o.kind = 'partner'""",
    "partner": """
        SELECT v.slug FROM initiatives_participation l JOIN partners_organisation o ON o.id = l.organisation_id
        LEFT JOIN partners_organisation p ON p.id = o.parent_id CROSS JOIN LATERAL (VALUES (o.slug), (p.slug)) v(slug)
        WHERE l.initiative_id = i.id AND o.kind = 'partner' AND v.slug IS NOT NULL""",
    "provincie": """
        SELECT p.slug FROM initiatives_initiative_places l JOIN partners_organisation o ON o.id = l.municipality_id
        JOIN partners_province p ON p.id = o.province_id WHERE l.initiative_id = i.id""",
    "gemeente": """
        SELECT o.slug FROM initiatives_initiative_places l JOIN partners_organisation o ON o.id = l.municipality_id
        WHERE l.initiative_id = i.id""",
    "bibliotheek": """
        SELECT o.slug FROM initiatives_participation l JOIN partners_organisation o ON o.id = l.organisation_id
        WHERE l.initiative_id = i.id AND o.kind = 'bibliotheek'""",
}
SCALARS = ["fase", "jaar"]
COLUMNS = ["id", "title", "body", *SCALARS, *ARRAYS]
TABLE = f"""
CREATE TABLE bench_flat AS
SELECT i.id, i.title, concat_ws(' ', summary, background, goal, approach, results, lessons) AS body, i.sort_key,
    i.phase AS fase, i.year::text AS jaar,
    {", ".join(f"ARRAY(SELECT DISTINCT * FROM ({query}) q) AS {name}" for name, query in ARRAYS.items())}
FROM initiatives_initiative i WHERE i.publication_state = 'gepubliceerd' ORDER BY i.id;
ALTER TABLE bench_flat ADD PRIMARY KEY (id);
ALTER TABLE bench_flat ADD words tsvector GENERATED ALWAYS AS (to_tsvector('dutch', title || ' ' || body)) STORED;
CREATE INDEX ON bench_flat USING gin (words);
ANALYZE bench_flat;
"""


def make_flat_table():
    """Make it in the database that ``DATABASE_URL`` names."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(TABLE)


def flat_rows():
    """All rows, one by one, as dictionaries."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(COLUMNS)} FROM bench_flat ORDER BY sort_key, id"
        )
        for row in cursor:
            yield dict(zip(COLUMNS, row, strict=True))
