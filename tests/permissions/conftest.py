"""A world that is made once a file, of which every test has its own copy; and browsers of who is in a hurry."""

import logging
from copy import deepcopy

import pytest
from django.db import transaction
from django.test import override_settings

from tests.permissions.asking import hasty_client_of
from tests.permissions.world import make_world, things_of


@pytest.fixture(scope="module")
def made_world(django_db_setup, django_db_blocker, tmp_path_factory):
    """A world and the folder of its files, for the tests of one file."""
    folder = tmp_path_factory.mktemp("world")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=folder):
        yield make_world(), folder
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def made_things_of_a(made_world):
    """The same things in province A, for who needs a thing of their own beside that of another."""
    return things_of(made_world[0].a)


@pytest.fixture
def world(db, made_world, settings):
    """Provinces ``a`` and ``b``, ``users`` by role, and ``things`` of B; what a test does with them ends with it."""
    made, settings.MEDIA_ROOT = made_world
    return deepcopy(made)


@pytest.fixture
def hasty(no_menu):
    """A function that gives the hasty browser of a user; the menu around each page is left out too."""
    return hasty_client_of


@pytest.fixture
def country(world, made_things_of_a, hasty):
    """The same world for a curator of A: ``own`` things of A, ``other`` of B, the ``user`` and a hasty ``client``."""
    world.own, world.other = deepcopy(made_things_of_a), world.things
    world.user = world.users["curator_a"]
    world.client = hasty(world.user)
    return world


@pytest.fixture(autouse=True)
def refusals_not_logged(caplog):
    """Hundreds of them are asked for here, and would hide the one error of ours."""
    caplog.set_level(logging.ERROR, logger="django.request")
