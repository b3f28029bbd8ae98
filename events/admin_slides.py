"""Slides that are made from the form of a meeting are of who organises it, until somebody chooses otherwise."""

from urllib.parse import urlencode

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper

FIELD = "documents"


class NewSlides(RelatedFieldWidgetWrapper):
    """The documents of a meeting; the window for a new one opens with these organisers filled in."""

    organisers = ()

    @classmethod
    def around(cls, wrapper):
        """In the place of what Django puts around the field."""
        ours = cls(
            wrapper.widget,
            wrapper.rel,
            wrapper.admin_site,
            can_add_related=wrapper.can_add_related,
            can_view_related=wrapper.can_view_related,
        )
        ours.template_name = wrapper.template_name
        return ours

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if self.organisers:
            numbers = ",".join(str(number) for number in self.organisers)
            context["url_params"] += "&" + urlencode({"publishers": numbers})
        return context


class MakesSlides:
    """A form of a meeting from which slides can be made."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == FIELD:
            field.widget = NewSlides.around(field.widget)
        return field

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002 as Django calls it
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj and obj.pk and FIELD in form.base_fields:
            organisers = obj.organisers.order_by("pk").values_list("pk", flat=True)
            form.base_fields[FIELD].widget.organisers = tuple(organisers)
        return form
