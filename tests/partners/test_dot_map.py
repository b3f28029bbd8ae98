from decimal import Decimal

from partners.dot_map import HEIGHT, WIDTH, dot_map
from tests.factories import MunicipalityFactory


def place(slug, latitude="52.1", longitude="5.1"):
    return MunicipalityFactory.build(slug=slug, province=None, latitude=Decimal(latitude), longitude=Decimal(longitude))


def only_dot(municipality, count=0):
    return dot_map([municipality], {municipality.slug: count})[0]


def test_place_is_drawn_by_its_centroid():
    dot = only_dot(place("utrecht", "52.58", "4.30"))

    assert (dot.x, dot.y) == (99.9, 163.0)


def test_north_is_above_and_west_is_left():
    groningen, maastricht = only_dot(place("groningen", "53.2", "6.6")), only_dot(place("maastricht", "50.9", "5.7"))

    assert (groningen.y < maastricht.y, maastricht.x < groningen.x) == (True, True)


def test_corners_of_the_country_are_on_the_drawing():
    corners = [("53.55", "6.9"), ("50.75", "5.9"), ("51.3", "3.4"), ("53", "7.2")]

    dots = {corner: only_dot(place("hoek", *corner)) for corner in corners}

    beside = [corner for corner, dot in dots.items() if not dot.radius <= dot.x <= WIDTH - dot.radius]
    above = [corner for corner, dot in dots.items() if not dot.radius <= dot.y <= HEIGHT - dot.radius]
    assert (beside, above) == ([], [])


def test_dot_grows_with_the_count_until_a_limit():
    radiuses = {0: 2.2, 1: 4.0, 2: 5.8, 3: 7.6, 4: 9.0, 500: 9.0}
    dots = [only_dot(place("utrecht"), count) for count in radiuses]

    assert {dot.count: dot.radius for dot in dots} == radiuses


def test_place_without_a_count_counts_zero():
    assert [dot.count for dot in dot_map([place("utrecht")], {"elders": 3})] == [0]


def test_full_dots_are_drawn_over_empty_ones():
    places = [place("vol"), place("leeg"), place("half")]

    dots = dot_map(places, {"vol": 9, "half": 2})

    assert [dot.municipality.slug for dot in dots] == ["leeg", "half", "vol"]


def test_place_without_centroid_is_not_drawn():
    nowhere = MunicipalityFactory.build(slug="nergens", province=None)

    assert [dot.municipality.slug for dot in dot_map([nowhere, place("ergens")], {"nergens": 3})] == ["ergens"]


def test_no_places_give_no_dots():
    assert dot_map([], {}) == []
