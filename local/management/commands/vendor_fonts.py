import shutil

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

SOURCE = settings.BASE_DIR / "node_modules" / "@fontsource-variable"
TARGET = settings.BASE_DIR / "static" / "vendor"
FONTS = {"literata": "Literata Variable", "source-sans-3": "Source Sans 3 Variable"}
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
        for name in FONTS:
            self.copy(SOURCE / name / "files" / f"{name}-latin-wght-normal.woff2", f"{name}.woff2")
            self.copy(SOURCE / name / "LICENSE", f"{name}.LICENSE.txt")
        faces = [FACE.format(name=name, family=family) for name, family in FONTS.items()]
        (TARGET / "fonts.css").write_text("\n".join(faces))
        self.stdout.write("De letters staan klaar.")

    def copy(self, source, name):
        """Copy one file, or say what to do first."""
        if not source.is_file():
            raise CommandError(f"{source} ontbreekt; draai eerst: npm ci --ignore-scripts")
        shutil.copyfile(source, TARGET / "fonts" / name)
