"""The command that loads the starter content, here with small files of its own."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from partners.models import Province
from sources.models import Source

pytestmark = pytest.mark.django_db

SOURCES = "slug,titel,soort\ncbs,CBS,dataset\nwmo,Wmo,wet\n"
PROVINCES = "code,naam,slug,bronnen\nPV20,Groningen,groningen,cbs\n"


@pytest.fixture
def data(settings, tmp_path):
    """A data folder with two files, of which the one that comes first by name refers to the other."""
    settings.DATA_DIR = tmp_path
    (tmp_path / "bronnen.csv").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "provincies.csv").write_text(PROVINCES, encoding="utf-8")
    return tmp_path


def load_content(*files, **options):
    out = StringIO()
    call_command("load_content", *map(str, files), stdout=out, **options)
    return out.getvalue().splitlines()


def refusal(*files):
    with pytest.raises(CommandError) as refused:
        load_content(*files)
    return str(refused.value)


def test_all_files_are_loaded_and_counted(data):
    assert load_content() == [
        "bronnen.csv: 2 nieuw, 0 veranderd, 0 gelijk",
        "provincies.csv: 1 nieuw, 0 veranderd, 0 gelijk",
    ]
    assert list(Province.objects.values_list("code", "sources__slug")) == [("PV20", "cbs")]


def test_a_second_time_nothing_is_loaded_and_nothing_printed(data):
    load_content()

    assert load_content() == []
    assert Source.objects.count() == 2


def test_nothing_is_printed_when_asked_for(data):
    assert load_content(verbosity=0) == []
    assert Source.objects.count() == 2


def test_a_row_that_a_curator_changed_survives_a_second_time(data):
    load_content()
    Source.objects.filter(slug="cbs").update(title="Centraal Bureau voor de Statistiek")

    load_content()

    assert Source.objects.get(slug="cbs").title == "Centraal Bureau voor de Statistiek"


def test_a_row_that_a_curator_deleted_stays_away(data):
    load_content()
    Source.objects.filter(slug="wmo").delete()

    load_content()

    assert list(Source.objects.values_list("slug", flat=True)) == ["cbs"]


def test_a_file_that_is_named_is_loaded_again(data):
    load_content()
    Source.objects.filter(slug="cbs").update(title="Anders")

    assert load_content(data / "bronnen.csv") == ["bronnen.csv: 0 nieuw, 1 veranderd, 1 gelijk"]
    assert Source.objects.get(slug="cbs").title == "CBS"


def test_only_a_file_that_changed_is_loaded_again(data):
    load_content()
    (data / "bronnen.csv").write_text(SOURCES + "jeugdwet,Jeugdwet,wet\n", encoding="utf-8")

    assert load_content() == ["bronnen.csv: 1 nieuw, 0 veranderd, 2 gelijk"]


@pytest.mark.parametrize("name", ["bibliotheken.csv", "recepten.csv"])
def test_a_file_that_is_not_there_ends_the_command_with_a_sentence(data, name):
    sentence = refusal(data / name)

    assert sentence.startswith(f"{data / name} is er niet, of is geen bestand van de startinhoud: bronnen.csv, ")
    assert len(sentence.splitlines()) == 1


def test_a_file_that_is_no_starter_content_is_refused(data):
    (data / "recepten.csv").write_text(SOURCES, encoding="utf-8")

    refusal(data / "recepten.csv")

    assert Source.objects.count() == 0


def test_a_refused_file_ends_the_command_with_a_line_per_mistake(data):
    (data / "provincies.csv").write_text(PROVINCES + "PV21,,friesland,cbs\nPV22,Drenthe,drenthe,onzin\n")

    assert refusal().splitlines() == [
        "provincies.csv, regel 3, kolom naam: Dit veld kan niet leeg zijn",
        "provincies.csv, regel 4, kolom bronnen: ‘onzin’ bestaat niet als bron.",
        "Van provincies.csv is niets geladen.",
    ]


def test_what_was_loaded_before_a_refused_file_stays_and_is_not_loaded_again(data):
    (data / "provincies.csv").write_text("code,naam,slug\nXX,Fout,fout\n")
    refusal()
    (data / "provincies.csv").write_text(PROVINCES)

    assert load_content() == ["provincies.csv: 1 nieuw, 0 veranderd, 0 gelijk"]
    assert Source.objects.count() == 2
