"""Every address under ``/beheer/``, found in the URLconf, with what to fill in where it asks for something."""

import re
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import get_resolver

from tests.permissions.world import merge_of, pair_in_address, shared_file_of, step_run_of

PREFIX = "beheer/"
CONTENT_TYPE = "r/<path:content_type_id>/<path:object_id>/"
APP_LISTS = "<app_label>/"
ANYTHING_ELSE = "(?P<url>.*)$"
STATE_FOR = {  # an import in the state in which it is the turn of this step
    "<int:pk>/bevestigen/": "gecontroleerd",
    "<int:pk>/kolommen/": "kolommen",
    "<int:pk>/stoppen/": "lezen",
    "<int:pk>/opnieuw/": "gecontroleerd",
    "<int:pk>/terugdraaien/": "klaar",
}
POSTED = {
    "<path:object_id>/delete/": {"post": "yes"},
    "<path:object_id>/history/herstel/": {"versie": "2020-01-01T00:00:00+00:00"},
    "<int:pk>/beoordelen/": {"state": "gearchiveerd", "note": "Oud."},
    "<int:pk>/besluiten/": {"all": "1"},
    "weergaven/": {"name": "Van mij", "query": "q=x"},
    "mislukt/": {"job": "1"},
    "veel-tegelijk/<int:pk>/": {"knop": "stoppen"},
    "dubbelen/<slug:kind>/<int:one>/<int:other>/": {"besluit": "verschillend"},
    "<int:pk>/stand/": {"state": "gesloten"},
}

QUERIED = {f"<int:pk>/{page}/bestand/": {"soort": "csv"} for page in ("deelnemers", "facturen", "evaluatie")}


@dataclass
class Address:
    """One address to ask: what kind it is (the pattern below its list or below /beheer/) and of which model."""

    kind: str
    label: str
    path: str
    query: dict = field(default_factory=dict)

    def data(self, method):
        """What is sent along."""
        return self.query if method == "GET" else POSTED.get(self.kind, {})


def normal(kind):
    """The pattern of the lists of an app names every app; here it is called after what it is."""
    return APP_LISTS if kind.startswith("^(?P<app_label>") else kind


def patterns(resolver=None, before=""):
    """Every pattern of the whole site as one text."""
    for each in (resolver or get_resolver()).url_patterns:
        text = before + str(each.pattern)
        yield from patterns(each, text) if hasattr(each, "url_patterns") else [text]


def staff_patterns():
    """(kind, model label) of every address under /beheer/, in order; the label is empty for pages of no model."""
    lists = {f"{model._meta.app_label}/{model._meta.model_name}/": model for model in admin.site._registry}
    for text in patterns():
        if text.startswith(PREFIX):
            below = text.removeprefix(PREFIX)
            owner = next((prefix for prefix in lists if below.startswith(prefix)), "")
            yield normal(below.removeprefix(owner)), lists[owner]._meta.label_lower if owner else ""


def staff_addresses(world):
    """Every address with the things of this world filled in."""
    several = {"autocomplete/": _autocompletes, CONTENT_TYPE: _on_site, APP_LISTS: _app_lists}
    filled_in = {  # what pages of no model are about, by a part of their pattern
        ":name>": world.things["initiatives.document"].file.name,
        ":code>": world.things["events.registration"].code,
        "dubbelen/<": pair_in_address(world.b),
        "samengevoegd/<": merge_of(world.b).pk,
        "veel-tegelijk/<": step_run_of(world.users["curator_b"]).pk,
        "meegestuurd/<": shared_file_of(world.b).pk,
        "beleid/<": world.things["opportunities.policydocument"].pk,
    }
    for kind, label in staff_patterns():
        if label:
            path = f"/{PREFIX}{label.replace('.', '/')}/{_filled(kind, world.things[label].pk)}"
            yield Address(kind, label, path, QUERIED.get(kind, {}))
        elif kind in several:
            yield from several[kind](world)
        else:
            value = next((value for part, value in filled_in.items() if part in kind), "")
            yield Address(kind, "", f"/{PREFIX}{_filled(kind, value)}")


def questions(world):
    """(method, address) of all that can be asked; what is the same question for several addresses comes once."""
    asked = set()
    for address in staff_addresses(world):
        for method in ("GET", "POST"):
            question = (method, address.kind, address.path, str(address.data(method)))
            if question not in asked:
                asked.add(question)
                yield method, address


def _filled(kind, value):
    """The pattern with one value, or one value per name, filled in."""
    if kind == ANYTHING_ELSE:
        return "bestaat/niet/"
    if isinstance(value, dict):
        return re.sub(r"<\w+:(\w+)>", lambda match: str(value[match[1]]), kind)
    return re.sub(r"<[^>]+>", str(value), kind)


def _autocompletes(world):
    """One for every reference to something that has a list; what it shows is what that list shows."""
    for model in admin.site._registry:
        for each in model._meta.get_fields():
            if each.concrete and each.is_relation and each.related_model in admin.site._registry:
                query = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
                label = each.related_model._meta.label_lower
                yield Address("autocomplete/", label, f"/{PREFIX}autocomplete/", query | {"field_name": each.name})


def _on_site(world):
    for label, thing in world.things.items():
        if hasattr(thing, "get_absolute_url"):
            content_type = ContentType.objects.get_for_model(thing, for_concrete_model=False)
            yield Address(CONTENT_TYPE, label, f"/{PREFIX}r/{content_type.pk}/{thing.pk}/")


def _app_lists(world):
    """The list of an app is for who may see the most open list in it."""
    most_open = {"accounts": "accounts.user", "contact": "contact.message"}
    for app in {model._meta.app_label for model in admin.site._registry}:
        label = most_open.get(app) or next(
            model._meta.label_lower for model in apps.get_app_config(app).get_models() if model in admin.site._registry
        )
        yield Address(APP_LISTS, label, f"/{PREFIX}{app}/")
