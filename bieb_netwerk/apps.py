from django.apps import AppConfig


class BiebNetwerkConfig(AppConfig):
    name = "bieb_netwerk"
    verbose_name = "Bieb Netwerk"
