"""The door for a web server: ``gunicorn bieb_netwerk.wsgi``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from dutch.analysis import prepare
from serving.absence import Connection, absence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bieb_netwerk.settings")
gc.disable()  # what a program reads at its start is no garbage
application = get_wsgi_application()
Connection.gives_up = True  # behind every query of this process waits a reader
absence.suspect()  # a worker that starts while the database is away finds out before anybody waits for a connection
prepare()  # once, before gunicorn makes its workers: they share the word lists
gc.freeze()  # nor later: a worker that looked through it would get a copy of its own
gc.enable()
