from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RetentionConfig(AppConfig):
    name = "retention"
    verbose_name = "Bewaartermijnen"

    def ready(self):
        """Read what every app keeps of people."""
        autodiscover_modules("retention")
