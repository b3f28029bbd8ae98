"""The rooms of the site that keep something, found in its folders: a new one is in every test of all tables."""

from pathlib import Path

from django.apps import apps
from django.conf import settings


def rooms():
    """The labels of the apps that are a folder of this site."""
    root = Path(settings.BASE_DIR)
    return sorted(config.label for config in apps.get_app_configs() if Path(config.path).parent == root)


def models_in(room):
    """Its models, with the tables between two of them."""
    return list(apps.get_app_config(room).get_models(include_auto_created=True))


def tables_of(room):
    """Those of which the rows are its own: no other names for a table, and no versions of rows."""
    return [model for model in models_in(room) if not model._meta.proxy and not hasattr(model, "pgh_tracked_model")]
