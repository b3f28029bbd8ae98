"""An export: what the list shows, in a file of choice, made in the background, for who asked for it."""

import pytest
from django.urls import reverse

from sources.models import Source
from spreadsheets.models import ExportRun
from tests.factories import ProvinceFactory, SourceFactory
from tests.role_factories import national_curator, province_curator
from tests.spreadsheets.import_runs import work
from tests.spreadsheets.sheet_files import rows_in, text_file

pytestmark = pytest.mark.django_db
START = "/beheer/sources/source/export/"


def ask(client, kind="csv", **query):
    """Begin an export of the list with these filters, choose a kind of file and let the worker make it."""
    page = client.post(START, query_params=query).url
    client.post(page, {"kind": kind})
    work()
    return ExportRun.objects.latest("pk")


def download(client, run):
    """The answer, read to its end."""
    response = client.get(reverse("admin:export_bestand", args=[run.pk]))
    response.read = b"".join(response) if response.streaming else response.content
    return response


def test_the_file_has_our_columns_and_all_rows(client, curator, tmp_path):
    SourceFactory(slug="a", title="=A", kind="wet")
    SourceFactory(slug="b", title="B", kind="wet")

    found = {}
    for kind in ("csv", "xlsx", "ods"):
        response = download(client, ask(client, kind))
        found[kind] = [cells for _, cells in rows_in(text_file(tmp_path, response.read, name=f"x.{kind}"))]

    columns = ["slug", "titel", "soort", "auteur", "uitgever", "datum", "webadres", "toelichting"]
    assert found == dict.fromkeys(("csv", "xlsx", "ods"), [columns, ["a", "'=A", "wet"], ["b", "B", "wet"]])


def test_the_name_of_the_file_says_what_and_when(client, curator):
    run = ask(client)

    assert f'filename="bronnen-{run.created_at:%Y-%m-%d}.csv"' in download(client, run)["Content-Disposition"]


def test_only_what_the_filters_leave_is_in_it(client, curator):
    SourceFactory(kind="wet")
    article = SourceFactory(kind="artikel")

    assert ask(client, kind__exact="artikel").keys == [article.pk]


def test_only_what_was_chosen_is_in_it(client, curator):
    chosen, _ = SourceFactory(), SourceFactory()

    client.post("/beheer/sources/source/", {"action": "export_chosen", "_selected_action": [chosen.pk]})

    assert ExportRun.objects.get().keys == [chosen.pk]


def test_the_order_of_the_list_is_kept(client, curator):
    keys = [SourceFactory(title=title).pk for title in "cab"]

    assert ask(client, o="-1").keys == [keys[0], keys[2], keys[1]]


def test_an_empty_list_gives_a_file_with_only_a_header(client, curator):
    assert download(client, ask(client)).read.count(b"\r\n") == 1


def test_what_was_deleted_meanwhile_is_left_out(client, curator):
    SourceFactory(slug="a")
    page = client.post(START).url
    Source.objects.all().delete()
    client.post(page, {"kind": "csv"})
    work()

    assert download(client, ExportRun.objects.get()).read.count(b"\r\n") == 1


def test_a_strange_filter_is_no_error_of_ours(client, curator):
    queries = [{"kind__exact": "x"}, {"published_on__gte": "gisteren"}, {"o": "99"}, {"p": "x"}]

    assert [client.post(START, query_params=query).status_code for query in queries] == [302] * 4


def test_another_kind_of_file_is_refused(client, curator):
    page = client.post(START).url

    answers = [client.post(page, {"kind": kind}) for kind in ("", "pdf", "xls", "\x00")]

    assert [answer.status_code for answer in answers] == [200] * 4
    assert ExportRun.objects.get().kind == ""


def test_choosing_twice_makes_one_file(client, curator):
    page = client.post(START).url
    client.post(page, {"kind": "csv"})
    client.post(page, {"kind": "xlsx"})
    work()

    assert ExportRun.objects.get().kind == "csv"


def test_looking_begins_no_export(client, curator):
    assert client.get(START).status_code == 404
    assert ExportRun.objects.count() == 0


def test_an_export_is_only_of_who_asked_for_it(client, curator):
    run = ask(client)
    client.force_login(national_curator())

    assert download(client, run).status_code == 404


def test_a_file_that_is_not_ready_is_not_found(client, curator):
    client.post(START)

    assert download(client, ExportRun.objects.get()).status_code == 404


def test_every_curator_may_take_out_what_they_see(client):
    client.force_login(province_curator(ProvinceFactory()))

    assert download(client, ask(client)).status_code == 200


def test_a_visitor_gets_nothing(client):
    assert client.post(START).status_code in (302, 403)
    assert ExportRun.objects.count() == 0
