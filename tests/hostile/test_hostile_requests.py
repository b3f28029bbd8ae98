"""A few hundred hostile requests, always the same; ``make fuzz`` asks thousands, and others each time."""

import logging

import pytest
from django.core.handlers.wsgi import WSGIHandler

from bench.fuzz.examples import examples_of
from bench.fuzz.running import Run
from bench.fuzz.site import Site
from bench.fuzz.visitors import sessions_of
from bench.fuzz.world import make_fuzz_world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_content")]
SEED, REQUESTS = 13, 300


@pytest.fixture
def run():
    world = make_fuzz_world()
    return Run(Site(WSGIHandler(), sessions_of(world.users)), examples_of(world), SEED)


def test_nothing_goes_wrong(run, caplog):
    caplog.set_level(logging.CRITICAL)

    run.go_through(REQUESTS)

    assert [f"{fault}\n{question.told()}" for fault, (_, question) in run.faults.items()] == []
