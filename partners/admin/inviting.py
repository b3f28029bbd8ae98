"""*Nodig uit*: in the form of a library or partner, on a page that asks for the address, and as a filter."""

from django import forms
from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from unfold.decorators import action
from unfold.widgets import UnfoldAdminEmailInputWidget

from partners.inviting import (
    InvitationRefusedError,
    invite_organisation,
    known_address,
    to_invite,
    why_not,
)


class OrganisationAddressForm(forms.Form):
    """Where the invitation goes."""

    email = forms.EmailField(
        label="e-mailadres van de organisatie",
        max_length=254,
        widget=UnfoldAdminEmailInputWidget,
        help_text="Neem een adres dat de organisatie zelf bekendmaakt. We bewaren het niet.",
        error_messages={
            "required": "Vul een e-mailadres in.",
            "invalid": "Vul een e-mailadres in, zoals info@voorbeeld.nl.",
        },
    )


class ToInviteFilter(admin.SimpleListFilter):
    """Who is named in an example, but does not take part and was not invited lately."""

    title = "uitnodigen"
    parameter_name = "uitnodigen"

    def lookups(self, request, model_admin):
        return [("ja", "Kan uitgenodigd worden")]

    def queryset(self, request, queryset):
        if self.value() == "ja":
            return to_invite(queryset, timezone.localdate())
        return queryset


class InvitingPages:
    """Adds *Nodig uit* to a form: at once where the site shows an address, else with a page that asks for it."""

    actions_submit_line = ["invite"]

    def get_urls(self):
        page = path(
            "<int:pk>/uitnodigen/",
            self.admin_site.admin_view(self.invite_page),
            name=self.invite_name,
        )
        return [page, *super().get_urls()]

    @property
    def invite_name(self):
        """The name of the address of the page."""
        return f"{self.opts.app_label}_{self.opts.model_name}_invite"

    def get_fields(self, request, obj=None):
        """Of what is there, whether it was invited."""
        fields = super().get_fields(request, obj)
        if obj is None:
            return fields
        return [*fields, "invitation"]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "invitation"]

    @admin.display(description="uitnodiging")
    def invitation(self, organisation):
        """When it was invited or why it cannot be, else where that is done."""
        reason = why_not(organisation, timezone.localdate())
        if reason:
            return reason
        page = reverse(f"admin:{self.invite_name}", args=[organisation.pk])
        return format_html('<a href="{}">Nodig deze organisatie uit</a>', page)

    def get_actions_submit_line(self, request, object_id):
        """The button, where the address is known."""
        today = timezone.localdate()
        organisation = self.get_object(request, object_id)
        if organisation is None or not self.has_change_permission(
            request, organisation
        ):
            return []
        if why_not(organisation, today) or not known_address(organisation, today):
            return []
        return [self.get_unfold_action("invite")]

    @action(description="Nodig uit")
    def invite(self, request, obj):
        """Mail the address that the site shows."""
        email = known_address(obj, timezone.localdate())
        if email:
            self.send_invitation(request, obj, email)

    def invite_page(self, request, pk):
        """Ask for the address, and mail it."""
        organisation = self.row_or_404(request, str(pk))
        if not self.has_change_permission(request, organisation):
            raise PermissionDenied
        today = timezone.localdate()
        initial = {"email": known_address(organisation, today)}
        form = OrganisationAddressForm(request.POST or None, initial=initial)
        if request.method == "POST" and form.is_valid():
            self.send_invitation(request, organisation, form.cleaned_data["email"])
            return redirect(admin_urlname(self.opts, "change"), pk)
        context = self.page_context(request, f"{organisation} uitnodigen")
        context |= {
            "form": form,
            "thing": organisation,
            "reason": why_not(organisation, today),
        }
        return TemplateResponse(request, "admin/invitation.html", context)

    def send_invitation(self, request, organisation, email):
        """Invite, and say what came of it."""
        try:
            invite_organisation(
                organisation=organisation,
                email=email,
                today=timezone.localdate(),
            )
        except InvitationRefusedError as error:
            self.message_user(request, str(error), "error")
        else:
            self.message_user(
                request, f"{organisation} krijgt een uitnodiging op {email}."
            )
