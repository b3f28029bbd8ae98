import pytest
from django.core.management import CommandError, call_command

from search.management.commands.fit_compounds import Command as FitCommand
from search.management.commands.measure_analysis import Command

pytestmark = pytest.mark.postgresql


@pytest.fixture
def lists(tmp_path):
    (tmp_path / "pairs").write_text(
        "form,lemma,upos\nhuizen,huis,NOUN\nboeken,boek,NOUN\nhuis,huis,NOUN\nmeer,veel,ADV\n"
    )
    (tmp_path / "compounds").write_text("form,parts\ntaalhuizen,taal huis\n")
    (tmp_path / "others").write_text("form\ngemeente\n")
    return {name: tmp_path / name for name in ("pairs", "compounds", "others")}


@pytest.mark.django_db
def test_the_figures_stand_beside_those_of_postgresql(lists, capsys):
    call_command(Command(), **lists)
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if not line.startswith("Documenten")] == [
        "Meting n eigen PostgreSQL dutch",
        "Woordparen samengebracht 2 100,0% 50,0%",
        "zelfstandige naamwoorden 2 100,0% 50,0%",
        "werkwoorden 0 - -",
        "bijvoeglijke naamwoorden 0 - -",
        "Samenstellingen gevonden met elk deel 1 100,0% 0,0%",
        "Andere woorden gesplitst 1 0,0% 0,0%",
        "Termen die lemma’s samenbrengen die geen familie zijn: 0",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"woord\nhuis\n", "kolom form, kolom parts"), (b"", "kolom form, kolom parts"), (b"\xff\xfe", "niet te lezen")],
)
def test_a_file_that_cannot_be_used_is_named(lists, content, message):
    lists["compounds"].write_bytes(content)
    with pytest.raises(CommandError, match=message):
        call_command(Command(), **lists)


def test_a_file_that_is_not_there_is_named(lists):
    lists["pairs"].unlink()
    with pytest.raises(CommandError, match="niet te lezen"):
        call_command(Command(), **lists)


def test_weights_are_found_that_split_compounds_and_nothing_else(lists, capsys):
    compounds = (
        "taalhuis,taal huis\nwijkteam,wijk team\nleesclub,lees club\ndorpshuis,dorp huis\nlandkaart,land kaart\n"
    )
    lists["compounds"].write_text(f"form,parts\n{compounds}")
    lists["others"].write_text("form\ngemeente\nontwikkeling\nvaardigheden\nwetenschap\nleeuwarden\n")

    call_command(FitCommand(), compounds=lists["compounds"], others=lists["others"])

    lines = capsys.readouterr().out.splitlines()
    assert [line.split("=")[0] for line in lines[:3]] == ["always", "first_length", "last_length"]
    assert lines[-1].startswith("gevonden: ")
