from django.contrib import admin

from .models import LoadedFile


@admin.register(LoadedFile)
class LoadedFileAdmin(admin.ModelAdmin):
    """What was loaded and when; nothing here is typed by hand."""

    list_display = ["name", "loaded_at"]
    list_filter = ["loaded_at"]
    search_fields = ["name"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
