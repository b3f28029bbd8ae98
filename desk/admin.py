"""Accounts: by invitation, with roles instead of loose rights."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.hashers import is_password_usable
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import format_html_join
from unfold.decorators import action
from unfold.forms import (
    AdminPasswordChangeForm,
    UnfoldReadOnlyPasswordHashWidget,
    UserChangeForm,
)

from accounts.invitations import invite
from accounts.models import User
from accounts.sessions import end_sessions
from curation.options import CuratedAdmin

# what the libraries register of themselves: secrets, sessions, a second list of addresses, rights that we do not use
for model in (EmailAddress, Authenticator, UserSession, Group):
    admin.site.unregister(model)


class InvitationForm(forms.ModelForm):
    """Somebody to invite: no password, they log in with a code or choose one."""

    class Meta:
        model = User
        fields = ["email", "name"]

    def clean_email(self):
        return User.objects.normalize_email(self.cleaned_data["email"])


class HasPasswordWidget(UnfoldReadOnlyPasswordHashWidget):
    """Says whether there is a password, and nothing of how it is kept."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if value and is_password_usable(value):
            context["summary"] = [{"label": "Er is een wachtwoord."}]
        else:
            context["summary"] = [{"label": "Er is geen wachtwoord."}]
        return context


class UserForm(UserChangeForm):
    """Somebody who can log in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].widget = HasPasswordWidget()


@admin.register(User)
class UserAdmin(CuratedAdmin, DjangoUserAdmin):
    """Who can log in; what they may do follows from being curator, member or administrator."""

    form = UserForm
    add_form = InvitationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ["email", "name", "roles", "is_active", "last_login"]
    list_filter = ["is_superuser", "is_active", "curatorships__province"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (
            "Wat mag deze gebruiker?",
            {"fields": ["roles", "about_roles", "is_active", "is_superuser"]},
        ),
        ("Wanneer", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name"]})]
    readonly_fields = ["roles", "about_roles", "last_login", "date_joined"]
    actions = ["invite_again", "forget_second_step"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .prefetch_related("curatorships__province", "memberships__library")
        )

    @admin.display(description="rol")
    def roles(self, user):
        """In words: administrator, curator of what, member of which library."""
        roles = []
        if user.is_superuser:
            roles.append("beheerder")
        for curatorship in user.curatorships.all():
            where = curatorship.province or "landelijk"
            roles.append(f"curator {where}")
        for membership in user.memberships.all():
            if membership.is_active:
                roles.append(f"lid van {membership.library}")
        return ", ".join(roles) or "lezer"

    @admin.display(description="uitleg")
    def about_roles(self, user):
        """Where it says what a role may, and where curators are named."""
        links = [("Wat mag een rol?", reverse("curator:roles"))]
        links.append(("Maak iemand curator", reverse("admin:partners_curatorship_add")))
        links.append(("Maak iemand lid", reverse("admin:partners_membership_add")))
        return format_html_join(" · ", '<a href="{1}">{0}</a>', links)

    def save_model(
        self,
        request,
        obj,
        form,
        change,
    ):
        """A new user gets a mail that says how to log in."""
        if change:
            super().save_model(request, obj, form, change)
            return
        obj.set_unusable_password()
        obj.save()
        invite(user=obj)

    def may_add_for_all(self, request):
        return True

    @action(description="Stuur de uitnodiging nog eens")
    def invite_again(self, request, queryset):
        """Mail the chosen users how to log in."""
        for user in self.chosen(request, queryset.filter(is_active=True)):
            invite(user=user)
        self.message_user(request, "De uitnodigingen worden verstuurd.")

    @action(description="Wis app en passkeys (telefoon kwijt)")
    def forget_second_step(self, request, queryset):
        """Let the chosen users set up their second step anew."""
        users = self.chosen(request, queryset)
        count, _ = Authenticator.objects.filter(user__in=users).delete()
        end_sessions(users=users)
        self.message_user(
            request,
            f"{count} gewist. Bij het volgende bezoek stelt de gebruiker het opnieuw in.",
        )
