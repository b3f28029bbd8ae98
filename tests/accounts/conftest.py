import pytest
from django.core import mail
from django.test import Client
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from tests.accounts.logging_in import PASSWORD


@pytest.fixture
def post():
    """A function that does all work that waits in the queue, and gives the mail that was sent by it."""
    done = set()

    def post():
        before = len(mail.outbox)
        for job in ProcrastinateJob.objects.exclude(pk__in=done).order_by("pk"):
            app.tasks[job.task_name](**job.args)
            done.add(job.pk)
        return mail.outbox[before:]

    return post


@pytest.fixture
def client_elsewhere():
    """A second browser."""
    return Client()


@pytest.fixture
def user():
    """Somebody with a password."""
    return User.objects.create_user("wie@voorbeeld.nl", PASSWORD)
