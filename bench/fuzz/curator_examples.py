"""One of everything that an address of the curators can be about."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile

from spreadsheets.models import ImportRun
from tests.permissions.world import (
    merge_of,
    pair_in_address,
    shared_file_of,
    step_run_of,
)


def of_curators(world):
    """Whatever has a list, whichever way its routes call it; and the pages that belong to no list."""
    things = world.things
    lists = {}
    for model in admin.site._registry:
        meta = model._meta
        lists[f"beheer/{meta.app_label}/{meta.model_name}/"] = [
            _any_name(things[meta.label_lower].pk)
        ]
    lists["beheer/spreadsheets/importrun/"] += [
        _any_name(run.pk) for run in _runs_in_every_state(world)
    ]
    content_type = ContentType.objects.get_for_model(
        things["partners.library"], for_concrete_model=False
    )
    shown = {
        "content_type_id": content_type.pk,
        "object_id": things["partners.library"].pk,
    }
    return lists | {
        "beheer/r/": [shown],
        "beheer/(?P<app_label>": [{"app_label": "partners"}, {"app_label": "events"}],
        "beheer/(?P<url>": [{"url": "bestaat/niet/"}],
        "beheer/bestanden/": [{"name": things["initiatives.document"].file.name}],
        "beheer/inchecken/": [{"code": things["events.registration"].code}],
        "beheer/dubbelen/samengevoegd/": [with_pk(merge_of(world.b))],
        "beheer/meegestuurd/": [with_pk(shared_file_of(world.b))],
        "beheer/veel-tegelijk/": [with_pk(step_run_of(world.users["curator_b"]))],
        "beheer/dubbelen/<": [pair_in_address(world.b)],
        "beheer/beleid/": [with_pk(things["opportunities.policydocument"])],
    }


def _runs_in_every_state(world):
    shared = {
        "user": world.users["curator_b"],
        "model": "sources.source",
        "file_name": "bronnen.csv",
    }
    for state in ImportRun.State:
        file = ContentFile("slug;titel\n", "bronnen.csv")
        yield ImportRun.objects.create(
            state=state, headers=["slug"], file=file, **shared
        )


def with_pk(thing):
    return {"pk": thing.pk}


def _any_name(number):
    return dict.fromkeys(("pk", "id", "object_id"), number)
