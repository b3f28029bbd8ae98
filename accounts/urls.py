from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import Http404
from django.urls import path, re_path

from . import own_pages, views


def no_sign_up(request):
    raise Http404


urlpatterns = [
    path("", account.login, name="account_login"),
    path("code/", account.request_login_code, name="account_request_login_code"),
    path(
        "code/invullen/",
        account.confirm_login_code,
        name="account_confirm_login_code",
    ),
    path("uitloggen/", account.logout, name="account_logout"),
    path("niet-actief/", account.account_inactive, name="account_inactive"),
    path("bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("aanmelden/", no_sign_up, name="account_signup"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path(
        "wachtwoord/kiezen/",
        reauthentication_required(account.password_set),
        name="account_set_password",
    ),
    path("wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "wachtwoord/nieuw/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sessies/", views.session_list, name="account_sessions"),
    path("gegevens/", own_pages.own_account, name="account_own"),
    path("gegevens/bestand/", own_pages.own_file, name="account_own_file"),
    path("gegevens/verwijderen/", own_pages.account_delete, name="account_delete"),
    path("gegevens/verwijderd/", own_pages.account_deleted, name="account_deleted"),
    path("beveiliging/", mfa.index, name="mfa_index"),
    path("beveiliging/stap-2/", mfa.authenticate, name="mfa_authenticate"),
    path("beveiliging/bevestigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("beveiliging/app/", totp.activate_totp, name="mfa_activate_totp"),
    path(
        "beveiliging/app/uitzetten/",
        totp.deactivate_totp,
        name="mfa_deactivate_totp",
    ),
    path(
        "beveiliging/herstelcodes/",
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "beveiliging/herstelcodes/nieuw/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "beveiliging/herstelcodes/bestand/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("beveiliging/sleutels/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("beveiliging/sleutels/nieuw/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(
        "beveiliging/sleutels/bevestigen/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "beveiliging/sleutels/<int:pk>/naam/",
        webauthn.edit_webauthn,
        name="mfa_edit_webauthn",
    ),
    path(
        "beveiliging/sleutels/<int:pk>/weg/",
        webauthn.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path("sleutel/", webauthn.login_webauthn, name="mfa_login_webauthn"),
]
