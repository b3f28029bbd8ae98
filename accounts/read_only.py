"""Lists of the curators' room in which nobody writes."""


class NobodyWrites:
    """Rows that are made elsewhere; an administrator does not add, change or delete one here either."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
