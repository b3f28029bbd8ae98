"""The map of where a library works, or where a partner supports libraries."""

from collections.abc import Collection
from datetime import date

from partners.choropleth import Choropleth, Reading, choropleth
from partners.models import Library, Municipality, Province
from partners.successions import Successions

LABELS = {"3": "Werkgebied"}
# where no source says that this is all
LABELS_OF_A_PART = {"3": "Werkt in ieder geval hier"}
HERE = Reading("3", "werkgebied")
LABELS_OF_SUPPORT = {"3": "Ondersteunt hier de bibliotheken"}
SUPPORTED = Reading("3", "ondersteunt hier de bibliotheken")


def map_of_work_area(
    library: Library,
    today: date,
) -> Choropleth | None:
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
    return choropleth(
        f"Werkgebied van {library}",
        municipalities,
        readings,
        labels,
        today,
        zooms=True,
    )


def map_of_support(
    name: str,
    provinces: Collection[Province],
    today: date,
) -> Choropleth | None:
    """Today's municipalities of these provinces, in which the partner with this name supports libraries."""
    if not provinces:
        return None
    municipalities = list(
        Municipality.objects.current(today).filter(province__in=provinces)
    )
    readings = {municipality.pk: SUPPORTED for municipality in municipalities}
    return choropleth(
        f"Werkgebied van {name}",
        municipalities,
        readings,
        LABELS_OF_SUPPORT,
        today,
        zooms=True,
    )
