from django.apps import AppConfig


class RememberingConfig(AppConfig):
    name = "remembering"
    verbose_name = "Onthouden pagina’s"
