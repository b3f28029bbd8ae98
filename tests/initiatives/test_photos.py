from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from initiatives.photos import check_photo, rewrite_photo
from tests.evidence_factories import PhotoFactory

UNREADABLE = ["Dit is geen foto die we kunnen lezen. Gebruik JPEG, PNG of WebP."]
TOO_BIG = ["Deze foto is te groot: hooguit 25 miljoen beeldpunten."]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
CAMERA, DESCRIPTION, ORIENTATION, PLACE = 0x010F, 0x010E, 0x0112, 0x8825
ON_ITS_SIDE = 6


def photo(image_format="JPEG", size=(40, 30), mode="RGB", name="foto.jpg", **options):
    """An uploaded picture of this format, whatever its name says."""
    file = BytesIO()
    Image.new(mode, size).save(file, image_format, **options)
    return SimpleUploadedFile(name, file.getvalue())


def cut_off(file):
    return SimpleUploadedFile(file.name, file.read()[:-200])


def bomb_of_text():
    """A small PNG that says it has three million letters of description."""
    description = PngInfo()
    description.add_text("Description", "x" * 3_000_000, zip=True)
    return photo("PNG", pnginfo=description)


def camera_data():
    exif = Image.Exif()
    exif[CAMERA], exif[DESCRIPTION], exif[ORIENTATION] = "Geheime camera", "Geheime plek", ON_ITS_SIDE
    exif.get_ifd(PLACE)[1] = "N"
    return exif


def refusal_of(file, read=check_photo):
    with pytest.raises(ValidationError) as refusal:
        read(file)
    return refusal.value.messages


def opened(file):
    return Image.open(BytesIO(file.read()))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_photo_is_accepted_and_can_be_read_again(image_format):
    file = photo(image_format)

    check_photo(file)

    assert opened(file).format == image_format


@pytest.mark.parametrize("read", [check_photo, rewrite_photo])
@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("tekening.svg", SVG),
        SimpleUploadedFile("tekening.jpg", SVG),
        SimpleUploadedFile("pagina.jpg", HTML),
        SimpleUploadedFile("leeg.jpg", b""),
        photo("GIF"),
        photo("TIFF"),
        photo("BMP"),
        photo("PDF"),
        cut_off(photo("JPEG", size=(400, 300))),
    ],
    ids=["svg", "svg as jpg", "html as jpg", "empty", "gif", "tiff", "bmp", "pdf", "cut off"],
)
def test_what_is_no_photo_is_refused(file, read):
    assert refusal_of(file, read) == UNREADABLE


def test_page_hidden_behind_a_photo_is_not_published():
    file = SimpleUploadedFile("foto.jpg", photo().read() + HTML)

    assert rewrite_photo(file).read().count(HTML) == 0


def test_bomb_of_text_is_refused():
    assert refusal_of(bomb_of_text()) == UNREADABLE


def test_25_million_pixels_are_accepted():
    assert check_photo(photo("PNG", size=(5000, 5000), mode="1")) is None


@pytest.mark.parametrize("read", [check_photo, rewrite_photo])
def test_more_than_25_million_pixels_are_refused(read):
    assert refusal_of(photo("PNG", size=(25_000_001, 1), mode="1"), read) == TOO_BIG


def test_camera_data_was_in_the_photo():
    exif = opened(photo(exif=camera_data())).getexif()

    assert (exif[CAMERA], dict(exif.get_ifd(PLACE))) == ("Geheime camera", {1: "N"})


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_rewritten_photo_has_no_camera_data(image_format):
    new = rewrite_photo(photo(image_format, exif=camera_data()))

    assert dict(opened(new).getexif()) == {}
    new.seek(0)
    assert new.read().count(b"Geheim") == 0


@pytest.mark.parametrize("option", ["xmp", "icc_profile"])
def test_rewritten_photo_has_no_other_hidden_data(option):
    new = rewrite_photo(photo(**{option: b"Geheim"}))

    assert new.read().count(b"Geheim") == 0


def test_rewritten_photo_has_no_comment():
    new = rewrite_photo(photo(comment=b"Geheim"))

    assert new.read().count(b"Geheim") == 0


def test_rewritten_photo_stands_upright():
    new = rewrite_photo(photo(size=(40, 30), exif=camera_data()))

    assert opened(new).size == (30, 40)


@pytest.mark.parametrize(
    ("size", "smaller"), [((4000, 1000), (2000, 500)), ((1000, 4000), (500, 2000)), ((2000, 10), (2000, 10))]
)
def test_rewritten_photo_has_sides_of_at_most_2000_pixels(size, smaller):
    assert opened(rewrite_photo(photo(size=size))).size == smaller


@pytest.mark.parametrize(("image_format", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "CMYK")])
def test_rewritten_photo_is_a_jpeg_of_three_colours(image_format, mode):
    new = opened(rewrite_photo(photo(image_format, mode=mode)))

    assert (new.format, new.mode) == ("JPEG", "RGB")


@pytest.mark.parametrize(
    ("name", "new_name"),
    [("bus.png", "bus.jpg"), ("bus.html.webp", "bus.html.jpg"), ("bus", "bus.jpg"), ("b" * 99, "b" * 80 + ".jpg")],
)
def test_rewritten_photo_is_named_jpg(name, new_name):
    assert rewrite_photo(photo(name=name)).name == new_name


@pytest.mark.django_db
@pytest.mark.parametrize("content", [SVG, HTML], ids=["svg", "html"])
def test_photo_object_refuses_what_is_no_photo(content):
    row = PhotoFactory()

    row.image = SimpleUploadedFile("foto.jpg", content)

    assert refusal_of(row, lambda row: row.full_clean()) == UNREADABLE
