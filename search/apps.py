from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Finding: one search document per public page, kept up to date by what the database writes down."""

    name = "search"
    verbose_name = "Zoeken"
