"""What is asked of curators besides a password: a second step, and to log in again in time."""

from http import HTTPStatus

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import admin
from django.shortcuts import redirect
from django.utils import timezone

from visitors.private_pages import BEHIND_LOG_IN

from .sessions import end_in_time

# recovery codes alone are none
SECOND_STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
LOG_OUT = "admin:logout"
LEAVING = {LOG_OUT, "account_logout"}


def curators_need_second_step(get_response):
    """Send a curator without app or passkey to the page where they set one up; logging in then makes them use it."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        is_guarded = settings.SECOND_STEP_REQUIRED and request.path.startswith(
            settings.CURATOR_ADDRESS
        )
        if not is_guarded or request.resolver_match.view_name == LOG_OUT:
            return None
        if admin.site.has_permission(request) and not is_mfa_enabled(
            request.user,
            SECOND_STEPS,
        ):
            return redirect("mfa_index")
        return None

    middleware.process_view = process_view
    return middleware


def curators_leave_in_time(get_response):
    """Let the session of a curator end: hours after the last page behind log-in, at last hours after the first."""

    def middleware(request):
        response = get_response(request)
        is_private = (
            request.path.startswith(BEHIND_LOG_IN)
            and response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
        )
        if is_private and request.user.is_authenticated and request.user.is_curator:
            end_in_time(request.session, now=timezone.now())
        return response

    return middleware


def browsers_forget_at_leaving(get_response):
    """Have the browser forget what it kept of our pages when somebody logs out."""

    def middleware(request):
        response = get_response(request)
        match = request.resolver_match
        if match and match.view_name in LEAVING and request.method == "POST":
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return middleware
