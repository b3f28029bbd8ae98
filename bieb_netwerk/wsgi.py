"""The door for a web server: ``gunicorn bieb_netwerk.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bieb_netwerk.settings")
application = get_wsgi_application()
