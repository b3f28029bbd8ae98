"""An import as a curator does it: pages through the client, and the worker's tasks in between."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from spreadsheets.models import ImportRun


def work():
    """Do the waiting tasks, in order and for real, also those that they themselves put in the queue."""
    while job := ProcrastinateJob.objects.filter(status="todo").order_by("pk").first():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [job.pk])
        app.tasks[job.task_name](**job.args)


def start_address(model="sources.source"):
    return reverse(f"admin:{model.replace('.', '_')}_import")


def upload(client, content, *, model="sources.source", name="bronnen.csv", **fields):
    """Bring in a file and let the worker read it; gives the run."""
    content = content.encode() if isinstance(content, str) else content
    response = client.post(start_address(model), {"file": SimpleUploadedFile(name, content), **fields})
    assert response.status_code == 302, response.context["form"].errors
    work()
    return ImportRun.objects.latest("pk")


def press(client, run, step, **fields):
    """Press a button of a run and let the worker go on; gives the answer."""
    response = client.post(reverse(f"admin:import_{step}", args=[run.pk]), fields)
    work()
    run.refresh_from_db()
    return response


def bring_in(client, content, **fields):
    """Upload and confirm."""
    run = upload(client, content, **fields)
    press(client, run, "bevestigen")
    return run


def page(client, run, **query):
    """The page of a run, as text."""
    return client.get(run.get_absolute_url(), query).content.decode()


def columns_form(run, columns, **fields):
    """What the page about columns sends: ``columns`` says which header is which column of ours."""
    chosen = {f"kolom-{number}": columns.get(header, "") for number, header in enumerate(run.headers)}
    return {**chosen, "empty_words": "", **fields}
