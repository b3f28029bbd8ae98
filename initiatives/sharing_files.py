"""What comes along with an example that somebody shares: photos without camera data, and documents."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile, File
from django.db import transaction

from visitors.asked import readable

from .models import SharedFile, Sharing
from .photos import check_photo, rewrite_photo
from .sent_documents import ENDINGS, ending_of

MOST_MEGABYTES = 10
MOST_FILES = 6  # with one example
LONGEST_NAME = 120
TOO_LARGE = f"Dit bestand is groter dan {MOST_MEGABYTES} MB. Kies een kleiner bestand."
TOO_MANY = (
    f"Er zijn al {MOST_FILES} bestanden bij dit voorbeeld. Haal er eerst een weg."
)
EMPTY = {"empty": "Dit bestand is leeg."}
Kind = SharedFile.Kind


class SharedFilesForm(forms.Form):
    """One photo and one document at a time."""

    photo = forms.FileField(
        label="een foto",
        required=False,
        help_text=f"Een JPEG, PNG of WebP van hooguit {MOST_MEGABYTES} MB. "
        "Staan er mensen op? Vraag eerst of ze het goedvinden.",
        error_messages=EMPTY,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt_text = forms.CharField(
        label="wat is er op de foto te zien?",
        max_length=200,
        required=False,
    )
    credit = forms.CharField(
        label="wie maakte de foto?",
        max_length=120,
        required=False,
    )
    document = forms.FileField(
        label="een document",
        required=False,
        help_text="Een pdf, of een bestand van Word, PowerPoint, Excel of LibreOffice, van hooguit "
        f"{MOST_MEGABYTES} MB. Op de site komt alleen een pdf.",
        error_messages=EMPTY,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )

    def __init__(
        self,
        *args: Any,
        sharing: Sharing | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sharing = sharing
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    def clean_photo(self) -> ContentFile | None:
        """The same picture written anew, or nothing."""
        file = self.cleaned_data["photo"]
        if not file:
            return None
        check_size(file)
        check_photo(file)
        return rewrite_photo(file)

    def clean_document(self) -> File | None:
        """The file with an ending that says what is in it, or nothing."""
        file = self.cleaned_data["document"]
        if not file:
            return None
        check_size(file)
        self.ending = ending_of(file)
        return file

    def clean(self) -> dict[str, Any]:
        """Refuse more files than one example may have."""
        typed = super().clean()
        sent = [name for name in ("photo", "document") if typed.get(name)]
        if not sent:
            return typed
        kept = 0
        if self.sharing:
            kept = self.sharing.files.count()
        if kept + len(sent) > MOST_FILES:
            raise forms.ValidationError(TOO_MANY)
        return typed

    def keep(self, sharing: Sharing) -> None:
        """Keep what came along; the form is valid."""
        typed = self.cleaned_data
        if typed["photo"]:
            photo = SharedFile(
                sharing=sharing,
                kind=Kind.PHOTO,
                name=name_of(self.files["photo"]),
                alt_text=typed["alt_text"],
                credit=typed["credit"],
            )
            photo.file.save("foto.jpg", typed["photo"])
        if typed["document"]:
            document = SharedFile(
                sharing=sharing,
                kind=Kind.DOCUMENT,
                name=name_of(typed["document"]),
            )
            document.file.save(f"document{self.ending}", typed["document"])


def check_size(file: File) -> None:
    """Refuse what is larger than somebody without an account may send."""
    if file.size > MOST_MEGABYTES * 2**20:
        raise forms.ValidationError(TOO_LARGE)


def name_of(file: File) -> str:
    """What the sender calls it; the end of a long name says most."""
    name = readable(file.name)
    return name[-LONGEST_NAME:] or "bestand"


def drop_shared_file(shared: SharedFile) -> None:
    """Delete a file, from the disk too once the transaction is through."""
    storage = shared.file.storage
    name = shared.file.name
    shared.file.close()
    shared.delete()
    transaction.on_commit(lambda: storage.delete(name))
