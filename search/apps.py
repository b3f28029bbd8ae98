from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    """Finding: one search document per public page, kept up to date by what the database writes down."""

    name = "search"
    verbose_name = "Zoeken"

    def ready(self):
        """Let every app declare what is found of it."""
        autodiscover_modules("search")
