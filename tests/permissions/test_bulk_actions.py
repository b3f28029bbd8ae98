"""Every bulk action of every list, by everybody: on all that was chosen, or on nothing."""

import pytest
from django.contrib import admin

from tests.factories import ThemeFactory
from tests.permissions.asking import Asker, client_of, is_given, is_refused
from tests.permissions.levels import ALL_CURATORS, INSIDERS, LEVELS, OWNERS
from tests.role_factories import province_curator

# action: who may; a word is looked up in LEVELS
ACTION_RULES = {
    "publish_chosen": "change",
    "archive_chosen": "change",
    "ask_chosen": "change",
    "compare_chosen": "change",
    "set_theme": "change",
    "announce_chosen": "change",
    "open_chosen": "change",
    "close_chosen": "change",
    "archive": "change",
    "unarchive": "change",
    "export_chosen": "list",
    "delete_selected": "delete",
    "check_again": ALL_CURATORS,
    "invite_again": "change",
    "forget_second_step": "change",
    "mark_done": "change",
    "grant_claims": "view",
    "refuse_claims": "view",
    "place_motives": "view",
    "refuse_motives": "view",
    "place_reactions": "view",
    "refuse_reactions": "view",
    "retry": "list",
    "cancel": "list",
    "abort": "list",
}


def actions():
    """(model label, action) of every list."""
    for model, model_admin in admin.site._registry.items():
        names = [name for _, name, _ in model_admin._get_base_actions()]
        names += ["export_chosen"] if getattr(model_admin, "resource_class", None) else []
        yield from ((model._meta.label_lower, name) for name in names)


ACTIONS = sorted(set(actions()))
SHARED = [(label, name) for label, name in ACTIONS if ACTION_RULES.get(name) == "change"]
SHARED = [(label, name) for label, name in SHARED if LEVELS[label]["change"] == OWNERS]

OF_THEIR_OWN_LIST = [(label, name) for label, name in ACTIONS if ACTION_RULES.get(name) == "view"]


def allowed(label, name):
    level = ACTION_RULES[name]
    return LEVELS[label][level] if isinstance(level, str) else level


def press(asker, label, name, things, **more):
    """Choose these rows in their list and run the action."""
    data = {"action": name, "_selected_action": [thing.pk for thing in things], "index": 0} | more
    return asker.ask("POST", f"/beheer/{label.replace('.', '/')}/", data)


def changes(response):
    """What it wrote, but for who saw the list."""
    return [sql for sql in response.writes if 'INTO "events_dataaccess"' not in sql]


def is_right(response, label, name, role):
    """A list does not offer what somebody may never do; then Django says that nothing was chosen."""
    if role in allowed(label, name):
        return is_given(response)
    is_not_offered = name == "delete_selected" and is_given(response) and not changes(response)
    return is_refused(response) or is_not_offered


def test_every_action_has_a_rule():
    missing = [f"no rule for {label} {name}" for label, name in ACTIONS if name not in ACTION_RULES]

    assert missing == []


@pytest.mark.parametrize("role", INSIDERS)
def test_actions_are_for_who_may_change(world, hasty, role):
    theme, surprises = ThemeFactory(), []
    asker = Asker(hasty(world.users[role]))

    for label, name in ACTIONS:
        response = press(asker, label, name, [world.things[label]], theme=theme.pk)
        if not is_right(response, label, name, role):
            error = repr(response.exc_info[1]) if getattr(response, "exc_info", None) else ""
            surprises.append(f"{role} {label} {name}: {response.status_code} {error}")

    assert surprises == [], "\n".join(surprises)


def test_one_row_of_another_province_stops_all(country):
    theme, surprises = ThemeFactory(), []
    asker = Asker(country.client)

    for label, name in SHARED:
        rows = [country.own[label], country.other[label]]
        for more in ({}, {"select_across": "1"}):
            response = press(asker, label, name, rows, theme=theme.pk, **more)
            if (response.status_code, response.writes) != (403, []):
                surprises.append(f"{label} {name} {more}: {response.status_code} {response.writes}")

    assert surprises == []


def test_one_row_that_is_not_in_their_own_list_stops_all(country):
    surprises = []
    asker = Asker(country.client)

    for label, name in OF_THEIR_OWN_LIST:
        response = press(asker, label, name, [country.own[label], country.other[label]])
        if (response.status_code, response.writes) != (403, []):
            surprises.append(f"{label} {name}: {response.status_code} {response.writes}")

    assert surprises == []


def test_a_curator_of_both_provinces_takes_both(country):
    theme, surprises = ThemeFactory(), []
    asker = Asker(client_of(province_curator(country.a, country.b)))

    for label, name in SHARED:
        response = press(asker, label, name, [country.own[label], country.other[label]], theme=theme.pk)
        if not is_given(response):
            surprises.append(f"{label} {name}: {response.status_code}")

    assert surprises == []


@pytest.mark.parametrize("label", ["partners.network", "partners.agreement"])
def test_what_is_of_the_country_is_archived_nationally(world, label):
    chosen = {"action": "archive", "_selected_action": world.things[label].pk}

    client_of(world.users["national"]).post(f"/beheer/{label.replace('.', '/')}/", chosen)
    world.things[label].refresh_from_db()

    assert world.things[label].archived_on is not None
