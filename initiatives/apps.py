from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class InitiativesConfig(AppConfig):
    name = "initiatives"
    verbose_name = "Praktijkvoorbeelden"

    def ready(self):
        """Let every app say what readers can fill in."""
        from . import (  # noqa: F401 registers what is ours
            freshness_fillings,
            initiative_fillings,
            organisation_fillings,
            theme_fillings,
        )

        autodiscover_modules("fillings")
