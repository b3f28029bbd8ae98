"""Rival: the same page in plain SQL on the real tables, with text by PostgreSQL's own Dutch."""
# ruff: noqa: S608 statements are put together from what stands here; values go apart

import os

import psycopg

from bench.questions import PER_PAGE

THEMES = """JOIN initiatives_initiative_themes l ON l.initiative_id = f.id
    JOIN initiatives_theme t ON t.id = l.theme_id"""
GROUPS = """JOIN initiatives_initiative_target_groups l ON l.initiative_id = f.id
    JOIN initiatives_targetgroup g ON g.id = l.targetgroup_id"""
TAKES_PART = """JOIN initiatives_participation l ON l.initiative_id = f.id
    JOIN partners_organisation o ON o.id = l.organisation_id"""
HAPPENS_IN = """JOIN initiatives_initiative_places l ON l.initiative_id = f.id
    JOIN partners_organisation o ON o.id = l.municipality_id"""
WHOLES = "LEFT JOIN {table} p ON p.id = {own}.parent_id CROSS JOIN LATERAL (VALUES ({own}.slug), (p.slug)) v(slug)"
# facet → the value that is counted, and what is joined to the found entries to get at it
FACETS = {
    "thema": (
        "v.slug",
        f"{THEMES} {WHOLES.format(table='initiatives_theme', own='t')}",
    ),
    "doelgroep": ("g.slug", GROUPS),
    "soort-partner": ("o.sector", f"{TAKES_PART} AND o.kind = 'partner'"),
    "partner": (
        "v.slug",
        f"{TAKES_PART} AND o.kind = 'partner' {WHOLES.format(table='partners_organisation', own='o')}",
    ),
    "provincie": (
        "q.slug",
        f"{HAPPENS_IN} JOIN partners_province q ON q.id = o.province_id",
    ),
    "gemeente": ("o.slug", HAPPENS_IN),
    "bibliotheek": ("o.slug", f"{TAKES_PART} AND o.kind = 'bibliotheek'"),
    "fase": ("f.phase", ""),
    "jaar": ("f.year::text", ""),
}
# no entry has the same value twice
COUNTED_ONCE = ["doelgroep", "gemeente", "fase", "jaar"]
CHOSEN = {
    "thema": """f.id IN (SELECT initiative_id FROM initiatives_initiative_themes l
        JOIN initiatives_theme t ON t.id = l.theme_id LEFT JOIN initiatives_theme p ON p.id = t.parent_id
        WHERE t.slug = ANY(%(thema)s) OR p.slug = ANY(%(thema)s))""",
    "provincie": """f.id IN (SELECT initiative_id FROM initiatives_initiative_places l
        JOIN partners_organisation o ON o.id = l.municipality_id JOIN partners_province q ON q.id = o.province_id
        WHERE q.slug = ANY(%(provincie)s))""",
}
WORDS = "f.id IN (SELECT id FROM bench_flat WHERE words @@ websearch_to_tsquery('dutch', %(words)s))"
RANKED = """JOIN bench_flat b USING (id)
    ORDER BY ts_rank(b.words, websearch_to_tsquery('dutch', %(words)s)) DESC, f.sort_key"""


class RawSql:
    """Three statements a page: how many, which twenty, and the counts of all facets."""

    def __enter__(self):
        self.connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
        # as whoever tunes such queries would
        self.connection.execute("SET jit = off; SET work_mem = '128MB'")
        return self

    def __exit__(self, *error):
        self.connection.close()

    def ask(self, question):
        """Give how many entries match; page and counts are read too."""
        values = question.filters | {"words": question.words, "offset": question.offset}
        values = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in values.items()
        }
        (found,) = self._rows(f"SELECT count(*) FROM ({_found(question)}) f", values)[0]
        order = RANKED if question.words else "ORDER BY sort_key"
        self._rows(
            f"SELECT * FROM ({_found(question)}) f {order} LIMIT {PER_PAGE} OFFSET %(offset)s",
            values,
        )
        self._rows(_counts(question), values)
        return found

    def _rows(self, statement, values):
        return self.connection.execute(statement, values).fetchall()


def _found(question, *, but=""):
    """The published entries with the words and, of every facet but one, a chosen value."""
    conditions = [CHOSEN[name] for name in question.filters if name != but]
    conditions += [WORDS] if question.words else []
    return " AND ".join(
        [
            "SELECT f.* FROM initiatives_initiative f WHERE f.publication_state = 'gepubliceerd'",
            *conditions,
        ]
    )


def _counts(question):
    """One statement for all facets; those without a choice share their set of entries."""
    sets = {"": _found(question)} | {
        name: _found(question, but=name) for name in question.filters
    }
    named = [
        f'"found{name}" AS MATERIALIZED (SELECT id, phase, year FROM ({query}) f)'
        for name, query in sets.items()
    ]
    counts = [
        _count(name, f"found{name}" if name in sets else "found") for name in FACETS
    ]
    return f"WITH {', '.join(named)} {' UNION ALL '.join(counts)}"


def _count(name, found):
    value, joins = FACETS[name]
    distinct = "" if name in COUNTED_ONCE else "DISTINCT"
    values = f'SELECT {distinct} f.id, {value} AS value FROM "{found}" f {joins}'
    return f"SELECT '{name}', value, count(*) FROM ({values}) counted GROUP BY value"
