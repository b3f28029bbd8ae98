"""Why background tasks failed, where a curator can read it and try again."""

import traceback

from asgiref.sync import sync_to_async
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from visitors.asked import readable

LONGEST_REASON = 5000  # characters
MOST_SHOWN = 200  # failed jobs on the page


def watch_tasks(app):
    """Called when the task library is ready: look at every task that a worker runs."""
    around = [
        *app.worker_defaults.get("task_middleware", ()),
        remember_failure,
        remember_async_failure,
    ]
    app.worker_defaults["task_middleware"] = around


def remember_failure(call_next, context, worker):
    """Keep the reason of a failure, and forget it after success."""
    try:
        result = call_next()
    except Exception as error:
        keep_reason(context.job, error)
        raise
    forget_reason(context.job.id)
    return result


async def remember_async_failure(call_next, context, worker):
    """The same, for the tasks that run beside others in one thread."""
    try:
        result = await call_next()
    except Exception as error:
        await sync_to_async(keep_reason)(context.job, error)
        raise
    await sync_to_async(forget_reason)(context.job.id)
    return result


def keep_reason(job, error):
    """Write down why this job failed."""
    # models are not there yet when settings name this module
    from .models import TaskFailure

    reason = f"{type(error).__name__}: {error}\n\n{traceback.format_exc(limit=-5)}"
    failure = {
        "task": job.task_name,
        "reason": readable(reason)[:LONGEST_REASON],
    }
    TaskFailure.objects.update_or_create(
        job_id=job.id,
        defaults=failure,
    )


def forget_reason(job_id):
    """Nothing is wrong with this job any more."""
    from .models import TaskFailure

    TaskFailure.objects.filter(job_id=job_id).delete()


def jobs_given_up():
    """Jobs that are tried no more by themselves."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    return ProcrastinateJob.objects.filter(status="failed")


def failed_jobs():
    """Failed jobs, newest first, each with ``reason``."""
    from .models import TaskFailure

    jobs = list(jobs_given_up().order_by("-pk")[:MOST_SHOWN])
    numbers = [job.pk for job in jobs]
    reasons = {}
    for failure in TaskFailure.objects.filter(job_id__in=numbers):
        reasons[failure.job_id] = failure
    for job in jobs:
        job.reason = reasons.get(job.pk)
    return jobs


def retry(job_id):
    """Put a failed job in the queue once more; ``False`` where the same work already waits there."""
    from procrastinate.contrib.django import app
    from procrastinate.exceptions import UniqueViolation

    try:
        with transaction.atomic():
            app.job_manager.retry_job_by_id(job_id, timezone.now())
    except (UniqueViolation, IntegrityError):
        return False
    return True


def dismiss(job_id):
    """Take a failed job off the list without doing its work; the task library has no word for that."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'cancelled' WHERE id = %s AND status = 'failed'",
            [job_id],
        )
        forget_reason(job_id)
