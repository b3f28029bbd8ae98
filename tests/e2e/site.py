"""The site as it runs on a server, on a database that has the starter content already."""

import os
import subprocess
import sys
from contextlib import contextmanager
from urllib.request import urlopen

from django.conf import global_settings
from django.test import override_settings
from procrastinate.contrib.django import app

from accounts.models import User
from backup.tasks import QUEUE as BACK_UPS
from search.tasks import MEANINGS
from tests import templates
from tests.collected import collected_in
from tests.e2e.waiting import wait_for
from tests.running_site import free_port

ADMINISTRATOR, PASSWORD = "beheer@voorbeeld.nl", "een-lang-wachtwoord-voor-de-test"
START_SECONDS, STOP_SECONDS = 600, 300


def prepare(folder):
    """Have the stylesheets and the administrator where the running site will look for them."""
    collected_in(folder)
    make_administrator(ADMINISTRATOR)


def make_administrator(address):
    """Somebody whose password the running site can check, which hashes it as any site."""
    with override_settings(PASSWORD_HASHERS=global_settings.PASSWORD_HASHERS):
        User.objects.create_superuser(address, PASSWORD)


@contextmanager
def running(folder, database):
    """Run the commands of deploy/README.md, and give the address of the site.

    The worker leaves out what texts are about: finding that out for the starter content takes half a minute of
    processor for each site, and until it was done the pages would differ from one moment to the next.
    """
    address = f"127.0.0.1:{free_port()}"
    environment = os.environ | {
        "DATABASE_URL": templates.address_of(database),
        "DATABASE_SECONDS": "120",
        # Mail, files and the collected stylesheets: tests that run side by side must not share one folder.
        "VAR_DIR": str(folder),
        "WEB_WORKERS": "2",
    }
    gunicorn = ["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--bind", address, "bieb_netwerk.wsgi"]
    queues = {task.queue for task in app.tasks.values()} - {MEANINGS, BACK_UPS}
    worker = ["manage.py", "procrastinate", "worker", "--queues", ",".join(sorted(queues))]
    with open(folder / "log", "w") as log:
        programs = [
            subprocess.Popen([sys.executable, *program], env=environment, stdout=log, stderr=log)
            for program in (gunicorn, worker)
        ]
        try:
            wait_for(lambda: _is_ready(address, programs), START_SECONDS)
            yield f"http://{address}"
        finally:
            for program in programs:
                program.terminate()
            for program in programs:
                program.wait(STOP_SECONDS)


def _is_ready(address, programs):
    stopped = [program.args for program in programs if program.poll() is not None]
    assert stopped == []
    try:
        urlopen(f"http://{address}/readyz", timeout=30).close()  # noqa: S310 our own server
    except OSError:  # not listening yet, or still reading its own code
        return False
    return True
