"""Admin forms of photos."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from .photos import rewrite_photo


class PhotoForm(forms.ModelForm):
    """A photo is written anew, so that place and camera data are never published."""

    def clean_image(self):
        image = self.cleaned_data["image"]
        return rewrite_photo(image) if isinstance(image, UploadedFile) else image
