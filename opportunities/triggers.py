"""The database keeps how the figures of a measurement are spread, in the statement that changes them.

Asking for it on every page took 35 ms of the 80 that the page of a municipality may take.
"""

from django.db.migrations import RunSQL

# A figure stands at the middle of all that are equal to it, so that equal figures always get the same level and the
# thirds are the same whichever end one begins at. The lock lets two imports into one measurement wait for each other.
SPREAD = """
CREATE FUNCTION opportunities_keep_spread() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    numbers bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT measurement_id) INTO numbers FROM after_it;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT measurement_id) INTO numbers FROM before_it;
    ELSE
        SELECT array_agg(DISTINCT measurement_id) INTO numbers
        FROM (SELECT measurement_id FROM before_it UNION SELECT measurement_id FROM after_it) AS changed;
    END IF;
    PERFORM 1 FROM opportunities_measurement WHERE id = ANY(numbers) ORDER BY id FOR UPDATE;
    DELETE FROM opportunities_spread WHERE measurement_id = ANY(numbers);
    INSERT INTO opportunities_spread (measurement_id, changed_at, count, low_until, high_from, median)
    SELECT measurement_id, clock_timestamp(), max(total),
        max(value) FILTER (WHERE place * 3 < total),
        min(value) FILTER (WHERE place * 3 > total * 2),
        percentile_cont(0.5) WITHIN GROUP (ORDER BY value)
    FROM (
        SELECT measurement_id, value,
            rank() OVER ordered - 1 + count(*) OVER equal / 2.0 AS place,
            count(*) OVER (PARTITION BY measurement_id) AS total
        FROM opportunities_indicatorvalue
        WHERE measurement_id = ANY(numbers)
        WINDOW ordered AS (PARTITION BY measurement_id ORDER BY value), equal AS (PARTITION BY measurement_id, value)
    ) AS ranked
    GROUP BY measurement_id;
    RETURN NULL;
END
$$
"""
KINDS = {
    "insert": "NEW TABLE AS after_it",
    "update": "OLD TABLE AS before_it NEW TABLE AS after_it",
    "delete": "OLD TABLE AS before_it",
}


def keep_spreads() -> list[RunSQL]:
    """The migration steps that make the function and its triggers: one for each kind of statement."""
    steps = [RunSQL(SPREAD, "DROP FUNCTION opportunities_keep_spread()")]
    for kind, tables in KINDS.items():
        name = f"opportunities_spread_after_{kind}"
        steps.append(
            RunSQL(
                f"CREATE TRIGGER {name} AFTER {kind} ON opportunities_indicatorvalue REFERENCING {tables}"
                " FOR EACH STATEMENT EXECUTE FUNCTION opportunities_keep_spread()",
                f"DROP TRIGGER {name} ON opportunities_indicatorvalue",
            )
        )
    return steps
