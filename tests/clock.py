"""A clock that goes back an hour.

Time cannot be turned back for the computer that runs this. What the database keeps is put an hour ahead instead, which
for a program that starts then is the same.
"""

MOMENTS = """
SELECT table_name, string_agg(format('%1$I = %1$I + interval ''1 hour''', column_name), ', ')
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'timestamp with time zone'
GROUP BY table_name
"""
PERIODIC = "UPDATE procrastinate_periodic_defers SET defer_timestamp = defer_timestamp + 3600"


def set_clock_back(cursor):
    """Let everything that is kept be of an hour later; in a transaction."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("SET LOCAL session_replication_role = replica")  # no history of this
    cursor.execute(MOMENTS)
    for table, moments in cursor.fetchall():
        cursor.execute(f'UPDATE "{table}" SET {moments}')  # noqa: S608 names of our own tables
    cursor.execute(PERIODIC)
    cursor.execute("SET LOCAL session_replication_role = origin")
