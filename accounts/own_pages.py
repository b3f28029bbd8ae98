"""The pages on which somebody takes along what is kept about them, or deletes their account."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from .actions import LastAdministratorError, delete_account
from .own_data import own_data

LAST = "Je bent de enige beheerder. Maak eerst iemand anders beheerder; anders kan niemand meer accounts beheren."


@login_required
@require_safe
def own_account(request):
    """What somebody may do with what is kept about them."""
    return render(request, "account/own_account.html")


@login_required
@require_safe
@reauthentication_required
def own_file(request):
    """Everything that is kept about somebody, as a file."""
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(
        own_data(request.user),
        safe=False,
        json_dumps_params=options,
    )
    response["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required
def account_delete(request):
    """Ask, and then delete."""
    if request.method != "POST":
        return render(request, "account/account_delete.html")
    try:
        delete_account(user=request.user)
    except LastAdministratorError:
        messages.error(request, LAST)
        return redirect("account_delete")
    logout(request)
    return redirect("account_deleted")


@require_safe
def account_deleted(request):
    """What somebody reads whose account is gone."""
    return render(request, "account/account_deleted.html")
