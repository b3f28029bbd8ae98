"""Pages that fail, for the tests of what visitors then see."""

from django.db import OperationalError
from django.urls import path


def broken(request):
    raise ZeroDivisionError


def database_away(request):
    raise OperationalError


urlpatterns = [path("stuk/", broken), path("database-weg/", database_away)]
