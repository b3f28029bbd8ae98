"""By which themes and properties of practice examples documents are narrowed."""

from dataclasses import replace

from initiatives.choices import EntryKind
from initiatives.models import Initiative, TargetGroup, Theme
from search.codes import code
from search.options import (
    Option,
    options_of_choices,
    options_of_rows,
    options_with_whole,
)
from search.registry import FacetField

FULLNESS = "volheid"  # only examples to follow have one
COMPLETENESS = "compleet"  # a percentage


def themes():
    """Themes with what they are a part of."""
    return options_with_whole(
        "thema",
        Theme.objects.all(),
        relation="parent",
        facet_of_whole="thema",
    )


def target_groups():
    """The target groups."""
    return options_of_rows("doelgroep", TargetGroup.objects.all())


def phases():
    """How far an example is; that it runs now, no filter can promise."""
    options = options_of_choices("fase", Initiative.Phase)
    running = code("fase", Initiative.Phase.RUNNING.value)
    shown = []
    for option in options:
        if option.code == running:
            option = replace(option, label="Loopt of liep")
        shown.append(option)
    return shown


def entry_kinds():
    """What an entry is."""
    return [
        Option(
            code("wat", kind.value),
            entry_kind_key(kind),
            kind.label,
        )
        for kind in EntryKind
    ]


def entry_kind_key(kind):
    """The Dutch word of a kind, for addresses."""
    return kind.label.lower()


FACETS = [
    FacetField(
        name="thema",
        number=2,
        label="Thema",
        options=themes,
        named_by="theme",
        parts_labels=("deelthema", "deelthema’s"),
        place_in_search=2,
    ),
    FacetField(
        name="doelgroep",
        is_named_in_questions=True,
        number=3,
        label="Voor wie",
        options=target_groups,
        named_by="target_group",
        place_in_search=6,
    ),
    FacetField(
        name="fase",
        number=9,
        label="Fase",
        options=phases,
    ),
    FacetField(
        name="jaar",
        number=10,
        label="Jaar van de gegevens",
        shows_empty=False,
        is_named_in_questions=True,
    ),
    FacetField(
        name="wat",
        number=11,
        label="Wat is het?",
        options=entry_kinds,
    ),
    # no questions to readers, but the order of pages that recommend
    FacetField(
        name=FULLNESS,
        number=12,
        label="Hoeveel erover bekend is",
    ),
    FacetField(
        name=COMPLETENESS,
        number=13,
        label="Hoe compleet het is",
    ),
]
