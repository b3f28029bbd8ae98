"""From upload to confirmation, as a curator sees it: nothing is written before it was shown and confirmed."""

import io

import pytest
from django.core import mail
from django.urls import reverse
from openpyxl import load_workbook
from procrastinate.contrib.django.models import ProcrastinateJob

from sources.models import Source
from spreadsheets.models import ImportRun
from tests.factories import SourceFactory
from tests.markup import without_spaces
from tests.spreadsheets.import_runs import bring_in, columns_form, page, press, start_address, upload
from tests.spreadsheets.sheet_files import rows_in, text_file, xlsx_file, xlsx_row

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

HEADER = "slug;titel;soort\n"
GOOD = f"{HEADER}a;A;wet\nb;B;wet\n"
BAD = f"{GOOD}c;C;onzin\n"
ONCE_MORE = "De gegevens zijn sinds de controle veranderd."


def titles():
    return list(Source.objects.order_by("title").values_list("title", flat=True))


def test_the_start_page_names_every_column(client, curator):
    text = client.get(start_address()).content.decode()

    assert [f"<code>{name}</code>" in text for name in ("slug", "titel", "soort", "webadres")] == [True] * 4


def test_a_preview_shows_every_outcome_and_writes_nothing(client, curator):
    SourceFactory(slug="b", title="Oud", kind="wet")
    SourceFactory(slug="d", title="D", kind="wet")

    run = upload(client, f"{BAD}d;D;wet\n")

    assert (run.state, run.total) == ("gecontroleerd", 4)
    assert run.counts == {"nieuw": 1, "veranderd": 1, "gelijk": 1, "geweigerd": 1}
    assert titles() == ["D", "Oud"]
    assert (ProcrastinateJob.objects.count(), mail.outbox) == (0, [])


def test_the_preview_tells_old_new_line_column_and_reason(client, curator):
    SourceFactory(slug="b", title="Oud", kind="wet")
    run = upload(client, BAD)

    changed, refused = page(client, run, uitkomst="veranderd"), page(client, run, uitkomst="geweigerd")

    assert '<td data-label="Nu">Oud</td><td data-label="Wordt">B</td>' in without_spaces(changed)
    assert "‘onzin’ kan hier niet" not in changed
    assert '<td class="cur-line">4</td>' in refused
    assert "<strong>soort:</strong> ‘onzin’ kan hier niet" in refused


def test_confirming_writes_what_was_shown(client, curator):
    run = bring_in(client, GOOD)

    assert (run.state, titles()) == ("klaar", ["A", "B"])


def test_a_file_with_a_refused_row_cannot_be_confirmed_as_a_whole(client, curator):
    run = bring_in(client, BAD)

    assert (run.state, titles()) == ("gecontroleerd", [])


def test_the_good_rows_can_be_taken_without_the_refused_ones(client, curator):
    run = bring_in(client, BAD, only_good="on")

    assert (run.state, titles()) == ("klaar", ["A", "B"])


def test_afterwards_one_may_still_choose_the_good_rows(client, curator):
    run = upload(client, BAD)

    press(client, run, "opnieuw", only_good="ja")
    press(client, run, "bevestigen")

    assert (run.state, titles()) == ("klaar", ["A", "B"])


def test_where_all_rows_are_refused_there_are_no_good_ones_to_choose(client, curator):
    run = upload(client, f"{HEADER}c;C;onzin\n")

    text = page(client, run)

    assert "Alle rijen zijn geweigerd." in text
    assert "Neem alleen de goede rijen" not in text


def test_refused_rows_come_back_as_a_file_with_the_reason_in_front(client, curator, tmp_path):
    run = upload(client, f"{HEADER}a;'=x;onzin\nb;B;wet\n")

    response = client.get(reverse("admin:import_geweigerd", args=[run.pk]))

    header, row = rows_in(text_file(tmp_path, response.content, name="x.xlsx"))
    assert header[1] == ["reden", "slug", "titel", "soort"]
    assert (row[1][0].split(":")[0], row[1][1:]) == ("soort", ["a", "'=x", "onzin"])


def test_a_strange_column_name_does_not_break_the_file_of_refused_rows(client, curator, tmp_path):
    rows = [xlsx_row("slug", "titel", "soort", "=1+1", "a_x0001_b"), xlsx_row("a", "A", "onzin", "x", "y")]
    run = upload(client, xlsx_file(tmp_path, rows).read_bytes(), name="x.xlsx")
    press(client, run, "kolommen", **columns_form(run, {"slug": "slug", "titel": "titel", "soort": "soort"}))

    response = client.get(reverse("admin:import_geweigerd", args=[run.pk]))

    assert run.counts == {"geweigerd": 1}
    header = load_workbook(io.BytesIO(response.content)).active[1]
    assert [cell.data_type for cell in header] == ["s"] * 6


def test_refused_rows_that_were_mended_mean_the_same(client, curator, tmp_path):
    texts = ["'=x", "=x", "' spatie", "'s-Hertogenbosch"]
    run = upload(client, HEADER + "".join(f"a{number};{text};onzin\n" for number, text in enumerate(texts)))
    refused = client.get(reverse("admin:import_geweigerd", args=[run.pk])).content
    _, *rows = rows_in(text_file(tmp_path, refused, name="x.xlsx"))
    mended = [title for _, [_, _, title, _] in rows]

    for slug, titles_of_file in (("a", texts), ("b", mended)):
        lines = (f"{slug}{number};{text};wet\n" for number, text in enumerate(titles_of_file))
        bring_in(client, HEADER + "".join(lines))

    titles_by_slug = list(Source.objects.order_by("slug").values_list("title", flat=True))
    assert titles_by_slug[:4] == titles_by_slug[4:]


def test_a_letter_that_no_database_keeps_is_told_and_is_no_error_of_ours(client, curator, tmp_path):
    problems = []
    for text in ("_xD83D_", "_x0000_"):
        rows = [xlsx_row("slug", "titel", "soort"), xlsx_row("a", text, "wet")]
        problems.append(upload(client, xlsx_file(tmp_path, rows).read_bytes(), name="x.xlsx").problem)

    assert problems == ["Op regel 2 staat een teken dat geen tekst is."] * 2


def test_unchanged_rows_leave_nothing_to_confirm(client, curator):
    bring_in(client, GOOD)

    run = upload(client, GOOD)

    assert run.counts == {"gelijk": 2}
    assert "Er is niets om op te slaan" in page(client, run)


def test_what_changed_since_the_preview_is_shown_again_and_not_written(client, curator):
    run = upload(client, GOOD)
    SourceFactory(slug="a", title="Ondertussen", kind="wet")

    press(client, run, "bevestigen")

    assert (run.state, run.counts, titles()) == ("gecontroleerd", {"veranderd": 1, "nieuw": 1}, ["Ondertussen"])
    assert ONCE_MORE in page(client, run)
    press(client, run, "bevestigen")
    assert (run.state, ONCE_MORE in page(client, run)) == ("klaar", False)


def test_a_row_with_more_cells_than_there_are_columns_is_refused(client, curator):
    run = upload(client, "slug;soort;titel\na;wet;Een; twee\nb;wet;B\n")

    assert run.counts == {"nieuw": 1, "geweigerd": 1}


def test_a_file_may_have_any_name(client, curator):
    names = ["lijst", "lijst.pdf", "../../x.csv", "a" * 90 + ".csv", "é &lt;b&gt;.csv", "a\nb.csv"]

    assert {name: upload(client, GOOD, name=name).state for name in names} == dict.fromkeys(names, "gecontroleerd")


def test_a_file_that_cannot_be_read_is_refused_on_its_page(client, curator):
    files = {
        b"\x89PNG\r\n\x00\x00": "Dit is geen spreadsheet",
        HEADER.encode(): "In dit bestand staan geen rijen onder de kolomnamen.",
        b"\n\n": "Dit bestand is leeg.",
    }

    wrong = []
    for content, told in files.items():
        run = upload(client, content)
        if run.state != "geweigerd" or told not in page(client, run):
            wrong.append((content, run.state, run.problem))

    assert wrong == []


def test_without_a_file_the_form_comes_back(client, curator):
    answers = [client.post(start_address(), fields) for fields in ({"file": "geen bestand"}, {"only_good": "on"})]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert ["Kies een bestand." in answer.content.decode() for answer in answers] == [True, True]
    assert ImportRun.objects.count() == 0


def test_a_refused_file_leads_to_another_one_and_to_the_empty_sheet(client, curator):
    text = page(client, upload(client, b"\n\n"))

    assert f'href="{start_address()}"' in text
    assert f'href="{reverse("admin:sources_source_template")}"' in text
