"""A pytest plugin: nobody looks for garbage while tests are imported and found.

What imports make stays, and looking through it again and again took a fifth of the start of every process.
"""

import gc

import pytest


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests():
    """Stop looking, before Django and the site are imported."""
    gc.disable()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Look again when all tests are found."""
    found = yield
    gc.enable()
    return found
