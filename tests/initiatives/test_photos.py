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
    """The sentences with which it is refused; ``None`` for what is accepted."""
    try:
        read(file)
    except ValidationError as refusal:
        return refusal.messages
    return None


def opened(file):
    return Image.open(BytesIO(file.read()))


def test_photo_is_accepted_and_can_be_read_again():
    for image_format in ("JPEG", "PNG", "WEBP"):
        file = photo(image_format)

        check_photo(file)

        assert opened(file).format == image_format


def test_what_is_no_photo_is_refused():
    files = {
        "svg": lambda: SimpleUploadedFile("tekening.svg", SVG),
        "svg as jpg": lambda: SimpleUploadedFile("tekening.jpg", SVG),
        "html as jpg": lambda: SimpleUploadedFile("pagina.jpg", HTML),
        "empty": lambda: SimpleUploadedFile("leeg.jpg", b""),
        "gif": lambda: photo("GIF"),
        "tiff": lambda: photo("TIFF"),
        "bmp": lambda: photo("BMP"),
        "pdf": lambda: photo("PDF"),
        "cut off": lambda: cut_off(photo("JPEG", size=(400, 300))),
    }

    refusals = {
        (name, read): refusal_of(files[name](), read) for name in files for read in (check_photo, rewrite_photo)
    }

    assert {each: refusal for each, refusal in refusals.items() if refusal != UNREADABLE} == {}


def test_page_hidden_behind_a_photo_is_not_published():
    file = SimpleUploadedFile("foto.jpg", photo().read() + HTML)

    assert rewrite_photo(file).read().count(HTML) == 0


def test_bomb_of_text_is_refused():
    assert refusal_of(bomb_of_text()) == UNREADABLE


def test_25_million_pixels_are_accepted():
    assert check_photo(photo("PNG", size=(5000, 5000), mode="1")) is None


def test_more_than_25_million_pixels_are_refused():
    too_big = [photo("PNG", size=(25_000_001, 1), mode="1") for _ in range(2)]

    assert [refusal_of(too_big[0], check_photo), refusal_of(too_big[1], rewrite_photo)] == [TOO_BIG, TOO_BIG]


def test_camera_data_was_in_the_photo():
    exif = opened(photo(exif=camera_data())).getexif()

    assert (exif[CAMERA], dict(exif.get_ifd(PLACE))) == ("Geheime camera", {1: "N"})


def test_rewritten_photo_has_no_camera_data():
    for image_format in ("JPEG", "PNG", "WEBP"):
        new = rewrite_photo(photo(image_format, exif=camera_data()))

        assert (image_format, dict(opened(new).getexif())) == (image_format, {})
        new.seek(0)
        assert new.read().count(b"Geheim") == 0


def test_rewritten_photo_has_no_other_hidden_data():
    photos = [photo(xmp=b"Geheim"), photo(icc_profile=b"Geheim"), photo(comment=b"Geheim")]

    assert [rewrite_photo(each).read().count(b"Geheim") for each in photos] == [0, 0, 0]


def test_rewritten_photo_stands_upright():
    new = rewrite_photo(photo(size=(40, 30), exif=camera_data()))

    assert opened(new).size == (30, 40)


def test_rewritten_photo_has_sides_of_at_most_2000_pixels():
    expected = {(4000, 1000): (2000, 500), (1000, 4000): (500, 2000), (2000, 10): (2000, 10)}

    assert {size: opened(rewrite_photo(photo(size=size))).size for size in expected} == expected


def test_rewritten_photo_is_a_jpeg_of_three_colours():
    kinds = [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "CMYK")]

    photos = [opened(rewrite_photo(photo(image_format, mode=mode))) for image_format, mode in kinds]

    assert [(each.format, each.mode) for each in photos] == [("JPEG", "RGB")] * 4


def test_rewritten_photo_is_named_jpg():
    names = {
        "bus.png": "bus.jpg",
        "bus.html.webp": "bus.html.jpg",
        "bus": "bus.jpg",
        "b" * 99: "b" * 80 + ".jpg",
    }

    assert {name: rewrite_photo(photo(name=name)).name for name in names} == names


@pytest.mark.django_db
def test_photo_object_refuses_what_is_no_photo():
    row = PhotoFactory()

    for content in (SVG, HTML):
        row.image = SimpleUploadedFile("foto.jpg", content)

        assert refusal_of(row, lambda row: row.full_clean()) == UNREADABLE
