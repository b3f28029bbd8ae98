from django.contrib import admin

from curation.options import CuratedAdmin

from .models import Source
from .resources import SourceResource


@admin.register(Source)
class SourceAdmin(CuratedAdmin):
    resource_class = SourceResource

    def may_add_for_all(self, request):
        """A new source belongs to nobody in particular."""
        return True

    list_display = ["title", "kind", "author", "publisher", "published_on"]
    list_filter = ["kind", "published_on"]
    search_fields = ["title", "slug", "author", "publisher"]
    prepopulated_fields = {"slug": ["title"]}
