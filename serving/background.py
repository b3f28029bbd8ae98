"""What happens around every background task."""

from asgiref.sync import sync_to_async
from django.conf import settings
from django.utils import timezone

from curation.failures import watch_tasks as watch_failures
from mail.queue_connection import queue_in_transactions


def watch_tasks(app):
    """Called when the task library is ready: when tasks are done, and what goes around every one."""
    queue_in_transactions(app)
    keep_our_hours(app)
    leave_back_ups_to_who_keeps_them(app)
    watch_failures(app)
    around = app.worker_defaults["task_middleware"]
    app.worker_defaults["task_middleware"] = [
        *around,
        write_documents_after,
        write_documents_after_async,
    ]


def keep_our_hours(app):
    """Take the hours of periodic tasks for ours, in summer and winter; of itself the library takes Greenwich's."""
    for periodic in app.periodic_registry.periodic_tasks.values():
        # it stays in the time zone it was last given
        periodic.croniter.set_current(timezone.localtime())


def leave_back_ups_to_who_keeps_them(app):
    """A worker without ``BACKUP_DIR`` listens to all queues but theirs, so that they wait for a worker that has it."""
    # models are not there yet when settings name this module
    from backup.tasks import QUEUE

    if settings.BACKUP_EVERY_NIGHT:
        return
    queues = {task.queue for task in app.tasks.values()}
    app.worker_defaults["queues"] = sorted(queues - {QUEUE})


def write_documents_after(call_next, context, worker):
    """A task changes entries too; its own failure is no reason to leave them unfindable."""
    try:
        return call_next()
    finally:
        write()


async def write_documents_after_async(call_next, context, worker):
    """The same, for the tasks that run beside others in one thread."""
    try:
        return await call_next()
    finally:
        await sync_to_async(write)()


def write():
    """Write the search documents of what a task changed."""
    # models are not there yet when settings name this
    from search.middleware import write_what_changed

    write_what_changed()
