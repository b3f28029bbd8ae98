"""*Draag over*: all that is of a member, to a colleague."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone

from opportunities.hand_over_form import ColleagueForm
from opportunities.handing_over import OwnWork, hand_over, libraries_of


@login_required
def hand_over_create(request):
    """Show what is theirs, and hand it over with one press."""
    libraries = libraries_of(request.user)
    if not libraries:
        raise PermissionDenied
    form = ColleagueForm(
        request.POST or None,
        user=request.user,
        libraries=libraries,
    )
    if request.method == "POST" and form.is_valid():
        colleague = form.cleaned_data["colleague"]
        work = hand_over(
            user=request.user,
            colleague=colleague,
            today=timezone.localdate(),
        )
        sentence = f"Overgedragen aan {colleague.name or colleague.email}. Jullie krijgen allebei een mail."
        if work.is_empty:
            sentence = "Er was niets om over te dragen waar jullie allebei werken."
        messages.success(request, sentence)
        return redirect("members:overview")
    context = {
        "form": form,
        "work": OwnWork(request.user, libraries),
    }
    status = 200
    if form.errors:
        status = 422
    return render(request, "members/hand_over.html", context, status=status)
