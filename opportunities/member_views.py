"""The pages under ``/mijn/aanbod/``: what library members tell of what exists where their library works."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .forms import ServiceForm
from .models import Service


@login_required
def service_list(request):
    """What is known of what exists in the municipalities of one's library, and what waits."""
    services = Service.objects.of_member(request.user).exclude(publication_state="gearchiveerd").for_list()
    return render(request, "members/service_list.html", {"services": services})


@login_required
def service_create(request):
    """Tell of something that exists; a curator looks at it before it is on the site."""
    form = ServiceForm(request.POST or None, user=request.user, today=timezone.localdate())
    if not form.fields["municipality"].queryset.exists():
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        form.instance.publication_state = Service.PublicationState.SUBMITTED
        form.instance.entered_by = request.user
        service = form.save()
        messages.success(request, f"‘{service}’ is ingestuurd. Een curator kijkt ernaar.")
        return redirect("services:service_list")
    return _form_page(request, form)


@login_required
def service_edit(request, pk):
    """Change what waits for a curator; what is published is changed by a curator."""
    service = get_object_or_404(Service.objects.of_member(request.user).to_judge(), pk=pk)
    form = ServiceForm(request.POST or None, instance=service, user=request.user, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, f"‘{service}’ is bewaard.")
        return redirect("services:service_list")
    return _form_page(request, form)


def _form_page(request, form):
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "members/service_form.html", {"form": form}, status=status)
