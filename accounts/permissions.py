"""Who may: one named predicate per role, and what each kind of thing asks of it."""

import rules

from . import kinds


@rules.predicate
def is_curator(user):
    """Keeps the directory: nationally or for one or more provinces."""
    return user.is_curator


@rules.predicate
def is_national_curator(user):
    """Keeps everything."""
    return user.is_national_curator


@rules.predicate
def is_administrator(user):
    """Manages accounts, and is the only one who truly deletes."""
    return user.is_active and user.is_superuser


@rules.predicate
def is_in_scope(user, row):
    """May change this very thing; asked without one: may change some of its kind."""
    if row is None:
        return user.is_curator
    return (
        row.pk is None
        or type(row)._default_manager.editable_by(user).filter(pk=row.pk).exists()
    )


def allow(
    model,
    *,
    view=is_curator,
    add=is_curator,
    change=is_curator & is_in_scope,
    delete=is_administrator,
):
    """Set who may view, add, change and truly delete things of this kind."""
    app, name = kinds.label_of(model).split(".")
    for action, predicate in {
        "view": view,
        "add": add,
        "change": change,
        "delete": delete,
    }.items():
        rules.set_perm(f"{app}.{action}_{name}", predicate)


def allow_national(*models):
    """Kinds that concern the whole country: every curator sees them, national curators change them."""
    for model in models:
        allow(
            model,
            add=is_national_curator,
            change=is_national_curator,
        )


nobody = rules.always_deny
