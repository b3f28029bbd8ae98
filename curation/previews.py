"""The page of something as readers will read it, for who may see it in the room before they may."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin

EMBEDDED = "ingebed"  # in the address of a preview that stands in a page of the room


class PreviewPages:
    """Adds the public page of each row to a list; whoever may see the row here may see that page."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview)
        preview = path("<int:pk>/voorbeeld/", view, name=self.preview_name)
        return [preview, *super().get_urls()]

    @property
    def preview_name(self):
        """The name of the address of a preview."""
        return f"{self.opts.app_label}_{self.opts.model_name}_preview"

    def public_page(self, request, pk, **more):
        """The answer that readers get, which each kind says itself; ``more`` is what a preview says besides."""
        raise NotImplementedError

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_replace({"frame-ancestors": [SELF]}))
    def preview(self, request, pk):
        """The page as it will be, under a line that says so."""
        row = self.row_or_404(request, str(pk))
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        form = admin_urlname(self.opts, "change")
        more = {
            "is_preview": True,
            "is_embedded": EMBEDDED in request.GET,
            "is_on_site": self.is_on_site(row),
            "form_address": reverse(form, args=[pk]),
            "hides_message_form": True,
        }
        return self.public_page(request, pk, **more)

    def is_on_site(self, row):
        """Whether readers can see it now."""
        published = self.model._default_manager.published()
        return published.filter(pk=row.pk).exists()

    def view_on_site(self, row):
        """The address behind *Weergeven op website*: of the page, or of the preview while there is no page."""
        if self.is_on_site(row):
            return row.get_absolute_url()
        return reverse(f"admin:{self.preview_name}", args=[row.pk])
