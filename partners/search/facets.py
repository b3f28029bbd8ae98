"""By which organisations and places documents are narrowed."""

from collections import defaultdict
from dataclasses import replace

from django.utils import timezone

from dutch.analysis import is_in_dictionary, is_stop_word, words
from partners.models import (
    Library,
    Municipality,
    MunicipalityAlias,
    Organisation,
    Partner,
    Province,
)
from partners.places import names_in_municipalities
from partners.successions import Successions
from search.codes import KEY_MASK, code
from search.options import options_of_choices, options_of_rows, options_with_whole
from search.registry import FacetField


def sectors():
    """The kinds of partners."""
    return options_of_choices("soort-partner", Organisation.Sector)


def provinces():
    """The provinces."""
    return options_of_rows("provincie", Province.objects.all())


def libraries():
    """The libraries."""
    return options_of_rows("bibliotheek", Library.objects.all())


def partners():
    """Partners with what they are an office of."""
    return options_with_whole(
        "partner",
        Partner.objects.all(),
        relation="parent",
        facet_of_whole="partner",
    )


def municipalities():
    """Municipalities with their province, towns and other names; those that ended with what they became."""
    successions = Successions.on(timezone.localdate())
    names = dict(Municipality.objects.values_list("pk", "name"))
    other_names = other_names_of_municipalities(names, successions)
    options = []
    for option in options_with_whole(
        "gemeente",
        Municipality.objects.all(),
        relation="province",
        facet_of_whole="provincie",
    ):
        pk = option.code & KEY_MASK
        option = replace(option, other_names=(option.label, *other_names[pk]))
        heirs = [heir for heir in successions.living_on_in(pk) if heir != pk]
        if heirs:
            option = with_heirs(option, heirs, names)
        options.append(option)
    return options


def other_names_of_municipalities(names, successions):
    """{id: names} of municipalities: their aliases, their towns, and what ended in each of them alone.

    ``names`` are those of the municipalities themselves, by id.
    """
    other_names = defaultdict(list)
    for pk, name in MunicipalityAlias.objects.values_list("municipality_id", "name"):
        other_names[pk].append(name)
    for pk, cbs_code in Municipality.objects.values_list("pk", "cbs_code"):
        living = successions.living_on_in(pk)
        if len(living) == 1:
            other_names[living[0]].append(names[pk])
            other_names[living[0]] += towns_to_name(cbs_code)
    return other_names


def with_heirs(option, heirs, names):
    """The value of a municipality that ended, with the ids of today's municipalities that it became."""
    names_of_heirs = ", ".join([names[heir] for heir in heirs])
    codes_of_heirs = [code("gemeente", heir) for heir in heirs]
    return replace(
        option,
        label=f"{option.label} (nu {names_of_heirs})",
        lives_on_in=tuple(codes_of_heirs),
    )


def municipalities_meant(text):
    """The codes of today's municipalities called so, or with such a town or postcode; all where it may be several."""
    successions = Successions.on(timezone.localdate())
    called_so = Municipality.objects.called_or_with(text)
    living = []
    for pk in called_so.values_list("pk", flat=True):
        living += successions.living_on_in(pk)
    return [code("gemeente", pk) for pk in dict.fromkeys(living)]


def towns_to_name(cbs_code):
    """The towns in a municipality that nobody takes for an ordinary word, as "hoek" and "een" would be."""
    towns = []
    for name in names_in_municipalities().get(cbs_code, []):
        telling = [word for word in words(name) if not is_ordinary(word)]
        if telling:
            towns.append(name)
    return towns


def is_ordinary(word):
    """Whether a word says something else than the name of a town."""
    return is_in_dictionary(word) or is_stop_word(word)


FACETS = [
    FacetField(
        name="soort-partner",
        number=4,
        label="Soort partner",
        options=sectors,
        is_named_in_questions=True,
    ),
    FacetField(
        name="partner",
        is_named_in_questions=True,
        number=5,
        label="Partner",
        options=partners,
        named_by="organisation",
        shows_empty=False,
        parts_labels=("vestiging", "vestigingen"),
        place_in_search=5,
    ),
    FacetField(
        name="provincie",
        number=6,
        label="Provincie",
        options=provinces,
        named_by="province",
        is_named_in_questions=True,
        place_in_search=3,
    ),
    FacetField(
        name="gemeente",
        is_named_in_questions=True,
        number=7,
        label="Gemeente",
        options=municipalities,
        named_by="organisation",
        shows_empty=False,
        meant_by=municipalities_meant,
        field_label="Zoek een gemeente, plaats of postcode",
        grouped_by="provincie",
        place_in_search=4,
    ),
    FacetField(
        name="bibliotheek",
        is_named_in_questions=True,
        number=8,
        label="Bibliotheek",
        options=libraries,
        named_by="organisation",
        shows_empty=False,
    ),
]
