from django.apps import AppConfig
from django.contrib.admin import apps


class CurationConfig(AppConfig):
    name = "curation"
    verbose_name = "Beheer"
    default = True


class CuratorAdminConfig(apps.AdminConfig):
    """Django's admin with our site, which has rules of its own for who may come in."""

    default_site = "curation.site.CuratorSite"
    default = False
