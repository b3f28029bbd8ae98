"""Whether somebody may change the thing that a page is about: a form asks it nine times, and it is found out once."""

SAFE = ("GET", "HEAD")


class FindsRightsOnce:
    """Admin pages that remember it for as long as the request, where that changes nothing."""

    def has_change_permission(self, request, obj=None):
        if obj is None or obj.pk is None or request.method not in SAFE:
            return super().has_change_permission(request, obj)
        known = request.__dict__.setdefault("may_change", {})
        key = (self.opts.label, obj.pk)
        if key not in known:
            known[key] = super().has_change_permission(request, obj)
        return known[key]
