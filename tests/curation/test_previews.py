"""The page of something that is not on the site yet: for who may see it in the room, and for nobody else."""

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from initiatives.models import Initiative, Photo
from partners.models import Organisation
from tests.event_factories import EventFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    NetworkFactory,
    PartnerFactory,
    ProvinceFactory,
)
from tests.markup import squeezed
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
NOT_YET = "Zo ziet de pagina eruit als ze op de site staat."


def address(thing):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_preview", args=[thing.pk])


def hidden_things():
    """One of every kind with a page that is not on the site."""
    today = timezone.localdate()
    return [
        InitiativeFactory(publication_state="concept"),
        InitiativeFactory(publication_state="ingezonden"),
        InitiativeFactory(publication_state="gearchiveerd"),
        LibraryFactory(archived_on=today),
        PartnerFactory(archived_on=today),
        NetworkFactory(archived_on=today),
        EventFactory(state="concept"),
    ]


def test_every_kind_that_may_be_hidden_shows_its_page_to_curators_and_to_nobody_else(client):
    things = hidden_things()
    curators = [national_curator(), province_curator(ProvinceFactory())]
    found = {}

    for thing in things:
        client.force_login(library_member())
        answers = [client.get(thing.get_absolute_url()).status_code, client.get(address(thing)).status_code]
        for curator in curators:
            client.force_login(curator)
            page = client.get(address(thing))
            is_shown = f"<h1>{thing}</h1>" in page.content.decode()
            answers += [page.status_code, is_shown, NOT_YET in squeezed(page), page["X-Robots-Tag"]]
            answers += [page["Cache-Control"], client.get(thing.get_absolute_url()).status_code]
        found[f"{thing._meta.label} {thing.pk}"] = answers

    shown = [200, True, True, "noindex", "no-store", 404]
    assert {name: answers for name, answers in found.items() if answers != [404, 302, *shown, *shown]} == {}


def test_the_link_to_the_site_leads_to_the_page_or_to_how_it_will_be():
    for thing in hidden_things():
        listed = admin.site.get_model_admin(type(thing))
        assert listed.get_view_on_site_url(thing) == address(thing)
    initiative = InitiativeFactory()
    assert admin.site.get_model_admin(Initiative).get_view_on_site_url(initiative) == initiative.get_absolute_url()


def test_the_list_of_all_organisations_leads_where_the_list_of_their_kind_leads():
    library, place = LibraryFactory(archived_on=timezone.localdate()), MunicipalityFactory(valid_until="2001-01-01")
    everything = admin.site.get_model_admin(Organisation)

    links = [everything.view_on_site(Organisation.objects.get(pk=thing.pk)) for thing in (library, place)]

    assert links == [address(library), place.get_absolute_url()]


def test_photos_are_in_it_and_what_would_lead_nowhere_is_not(client):
    initiative = InitiativeFactory(publication_state="concept")
    photo = Photo(initiative=initiative, alt_text="De fotobus", credit="Iemand")
    photo.image.save("bus.jpg", ContentFile(b"jpeg"))
    client.force_login(national_curator())

    page = client.get(address(initiative)).content.decode()

    assert photo.image.url in page
    assert b"".join(client.get(photo.image.url)) == b"jpeg"
    assert [word in page for word in ("Vul aan", "mijn gespreksnotitie", "Klopt er iets niet?")] == [False] * 3


def test_only_the_room_may_frame_a_preview(client):
    initiative = InitiativeFactory(publication_state="concept")
    client.force_login(national_curator())

    review = client.get(reverse("admin:initiatives_initiative_review", args=[initiative.pk]))
    preview = client.get(f"{address(initiative)}?ingebed=ja")

    assert f'src="{address(initiative)}?ingebed=ja"' in review.content.decode()
    assert "frame-src 'self'" in review["Content-Security-Policy"]
    assert ("frame-ancestors 'self'" in preview["Content-Security-Policy"], preview["X-Frame-Options"]) == (
        True,
        "SAMEORIGIN",
    )
    assert ("frame-ancestors 'none'" in review["Content-Security-Policy"], review["X-Frame-Options"]) == (True, "DENY")
    assert "site-header" not in preview.content.decode()
