import shutil

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from local.woff import as_truetype

PACKAGES = settings.BASE_DIR / "node_modules"
SOURCE = PACKAGES / "@fontsource-variable"
PRINT_SOURCE = PACKAGES / "@fontsource"
TARGET = settings.BASE_DIR / "static" / "vendor"
FONTS = {
    "literata": "Literata Variable",
    "source-sans-3": "Source Sans 3 Variable",
}
PRINTED = {  # weights and styles on paper, where a file holds one
    "literata": ["600-normal"],
    "source-sans-3": ["400-normal", "400-italic", "600-normal", "700-normal"],
}
FACE = """@font-face {{
  font-family: "{family}";
  src: url("fonts/{name}.woff2") format("woff2");
  font-weight: 200 900;
  font-display: swap;
}}
"""


class Command(BaseCommand):
    """Copy the two letter types and their licences out of the npm packages; the site runs without them too."""

    help = "Zet de eigen letters klaar in static/vendor. Eerst: npm ci --ignore-scripts"

    def handle(self, **options):
        (TARGET / "fonts").mkdir(parents=True, exist_ok=True)
        faces = []
        for name, family in FONTS.items():
            package = SOURCE / name
            letters = package / "files" / f"{name}-latin-wght-normal.woff2"
            self.copy(letters, f"{name}.woff2")
            self.copy(package / "LICENSE", f"{name}.LICENSE.txt")
            faces.append(FACE.format(name=name, family=family))
        (TARGET / "fonts.css").write_text("\n".join(faces))
        self.unpack_for_print()
        self.stdout.write("De letters staan klaar.")

    def unpack_for_print(self):
        """Put the letters for paper in a folder of their own: printing reads no files for the web."""
        folder = TARGET / "print"
        folder.mkdir(exist_ok=True)
        for name, looks in PRINTED.items():
            packed_files = PRINT_SOURCE / name / "files"
            for look in looks:
                source = self.existing(packed_files / f"{name}-latin-{look}.woff")
                target = folder / f"{name}-{look}.ttf"
                packed = source.read_bytes()
                target.write_bytes(as_truetype(packed))

    def copy(self, source, name):
        """Copy one file."""
        shutil.copyfile(
            self.existing(source),
            TARGET / "fonts" / name,
        )

    def existing(self, source):
        """The same file, where it is there."""
        if not source.is_file():
            raise CommandError(
                f"{source} ontbreekt; draai eerst: npm ci --ignore-scripts"
            )
        return source
