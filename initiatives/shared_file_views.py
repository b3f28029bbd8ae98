"""A file that somebody sent along: a curator of that province looks at it, puts it on the site or throws it away."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from .models import Document, Photo, SharedFile
from .sharing_files import drop_shared_file


class PlacedPhotoForm(forms.ModelForm):
    """What a photo needs before it is on the site."""

    class Meta:
        model = Photo
        fields = ["alt_text", "caption", "credit"]
        widgets = dict.fromkeys(fields, UnfoldAdminTextInputWidget)

    def place(self, shared):
        """Put the photo with its example."""
        self.instance.initiative = shared.sharing.initiative
        photo = self.save(commit=False)
        photo.image.save(
            "foto.jpg",
            ContentFile(shared.file.read()),
            save=False,
        )
        photo.save()


class PlacedDocumentForm(forms.ModelForm):
    """What a document needs before it is on the site."""

    class Meta:
        model = Document
        fields = ["title", "kind", "description"]
        widgets = {
            "title": UnfoldAdminTextInputWidget,
            "kind": UnfoldAdminSelectWidget,
            "description": UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        }

    def place(self, shared):
        """Put the document with its example."""
        document = self.save(commit=False)
        document.slug = f"{slugify(document.title)[:100] or 'document'}-{shared.pk}"
        document.file.save(
            f"{document.slug}.pdf",
            ContentFile(shared.file.read()),
            save=False,
        )
        document.save()
        document.initiatives.add(shared.sharing.initiative)


def shared_file(request, pk):
    """One file, with what it needs to be on the site; only for who keeps its example."""
    shared = shared_file_of(request.user, pk)
    form = form_of(shared, request.POST or None)
    if request.method != "POST":
        return file_page(request, shared, form)
    if "weg" not in request.POST and (form is None or not form.is_valid()):
        return file_page(request, shared, form)
    sentence = f"‘{shared}’ is weggegooid."
    with transaction.atomic():
        if "weg" not in request.POST:
            form.place(shared)
            sentence = f"‘{shared}’ staat nu bij het voorbeeld."
        drop_shared_file(shared)
    messages.success(request, sentence)
    return redirect("admin:initiatives_initiative_review", shared.sharing.initiative_id)


@require_safe
def shared_file_content(request, pk):
    """The file itself, always as a download; a photo is one that we wrote anew, so that the page can show it."""
    shared = shared_file_of(request.user, pk)
    if not shared.file.storage.exists(shared.file.name):
        raise Http404
    content_type = "application/octet-stream"
    if shared.kind == SharedFile.Kind.PHOTO:
        content_type = "image/jpeg"
    return FileResponse(
        shared.file.open(),
        as_attachment=True,
        content_type=content_type,
    )


def shared_file_of(user, pk):
    """The file with this number; refused where its example is not theirs, or was not sent in yet."""
    sent = SharedFile.objects.select_related("sharing__initiative").exclude(
        sharing__initiative=None
    )
    shared = get_object_or_404(sent, pk=pk)
    if not SharedFile.objects.editable_by(user).filter(pk=pk).exists():
        raise PermissionDenied
    return shared


def form_of(shared, data):
    """What has to be filled in to put this file on the site; ``None`` for what the site does not show."""
    if shared.kind == SharedFile.Kind.PHOTO:
        known = {
            "alt_text": shared.alt_text,
            "credit": shared.credit,
        }
        return PlacedPhotoForm(data, initial=known)
    if shared.is_pdf:
        return PlacedDocumentForm(data)
    return None


def file_page(request, shared, form):
    """The page of a file."""
    context = {
        **admin.site.each_context(request),
        "title": f"Meegestuurd: {shared}",
        "shared": shared,
        "form": form,
    }
    return TemplateResponse(request, "admin/shared_file.html", context)
