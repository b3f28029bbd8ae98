"""Admin forms of photos."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from .photos import rewrite_photo

PICTURE_FIELDS = ["image", "alt_text", "caption", "credit", "position"]


class PhotoForm(forms.ModelForm):
    """A photo is written anew, so that place and camera data are never published."""

    def clean_image(self):
        image = self.cleaned_data["image"]
        if isinstance(image, UploadedFile):
            return rewrite_photo(image)
        return image
