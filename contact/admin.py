from django.contrib import admin

from curation.options import CuratedAdmin

from .models import Message


@admin.register(Message)
class MessageAdmin(CuratedAdmin):
    list_display = ["page", "text", "email", "sent_at", "handled_at"]
    list_filter = ["handled_at", "sent_at"]
    search_fields = ["page", "text", "email"]
    date_hierarchy = "sent_at"
    readonly_fields = ["page", "text", "email", "sent_at"]

    def has_add_permission(self, request):
        return False
