"""Tasks that failed, in the running site's database."""

from django.db import connection

FAILED = "INSERT INTO procrastinate_jobs (queue_name, task_name, status) VALUES ('default', %s, 'failed')"


def fail(task):
    """Let this task have failed."""
    with connection.cursor() as cursor:
        cursor.execute(FAILED, [task])


def forget():
    """Take all that failed off the list."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE status = 'failed'")
