"""The pages under ``/mijn/aanbod/``: services that library members know of, where their library works."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from curation.simultaneous_edits import lock
from curation.work_mail import tell_curators

from .choices import ServiceState
from .forms import ServiceForm
from .models import Service
from .work_lines import line_of_service


@login_required
def service_list(request):
    """The services in the municipalities of the member's library, and those that wait for a curator."""
    shown = (ServiceState.SUBMITTED, ServiceState.PUBLISHED)
    services = Service.objects.of_member(request.user).filter(
        publication_state__in=shown
    )
    return render(
        request,
        "members/service_list.html",
        {"services": services.for_list()},
    )


@login_required
def service_create(request):
    """Send in a service; a curator looks at it before it is on the site."""
    form = ServiceForm(
        request.POST or None,
        user=request.user,
        today=timezone.localdate(),
    )
    if not form.fields["municipality"].queryset.exists():
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        form.instance.publication_state = ServiceState.SUBMITTED
        form.instance.entered_by = request.user
        form.instance.confirmed_on = timezone.localdate()
        with transaction.atomic():
            service = form.save()
            tell_curators(
                row=service,
                line=line_of_service(service),
                by=request.user,
            )
        messages.success(
            request,
            f"‘{service}’ is ingestuurd. Een curator kijkt ernaar.",
        )
        return redirect("services:service_list")
    return form_page(request, form)


@login_required
@transaction.atomic
def service_edit(request, pk):
    """Change what waits for a curator; what is published is changed by a curator.

    While it is saved nobody else saves it, so that what it is compared with stays as it is.
    """
    if request.method == "POST":
        lock(Service.objects.filter(pk=pk))
    service = get_object_or_404(
        Service.objects.of_member(request.user).to_judge(),
        pk=pk,
    )
    form = ServiceForm(
        request.POST or None,
        instance=service,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(
            request,
            f"‘{service}’ is bewaard. {form.kept_in_words}".strip(),
        )
        return redirect("services:service_list")
    return form_page(request, form)


def form_page(request, form):
    """The form, with what is wrong in it."""
    is_wrong = form.is_bound and not form.is_valid()
    status = 422 if is_wrong else 200
    return render(request, "members/service_form.html", {"form": form}, status=status)
