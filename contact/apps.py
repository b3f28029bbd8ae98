from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ContactConfig(AppConfig):
    name = "contact"
    verbose_name = "Berichten"

    def ready(self):
        """Let every app say what readers may ask somebody about."""
        autodiscover_modules("introductions")
