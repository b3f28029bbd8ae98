"""The map of where a library works."""

from datetime import date

from partners.choropleth import Choropleth, Reading, choropleth
from partners.models import Library, Municipality
from partners.successions import Successions

LABELS = {"3": "Werkgebied"}
LABELS_OF_A_PART = {"3": "Werkt in ieder geval hier"}  # where no source says that this is all
HERE = Reading("3", "werkgebied")


def map_of_work_area(library: Library, today: date) -> Choropleth | None:
    """Today's municipalities of the work area, zoomed in on; ``None`` where it is not known."""
    ids = list(library.work_area.values_list("pk", flat=True))
    if not ids:
        return None
    successions = Successions.on(today)
    living = set()
    for pk in ids:
        living.update(successions.living_on_in(pk))
    municipalities = list(Municipality.objects.filter(pk__in=living))
    labels = LABELS_OF_A_PART
    if library.work_area_is_complete:
        labels = LABELS
    readings = dict.fromkeys(living, HERE)
    return choropleth(f"Werkgebied van {library}", municipalities, readings, labels, today, zooms=True)
