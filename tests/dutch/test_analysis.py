from dutch.analysis import Analysis, analyse, is_stop_word, prepare, tokens


def words(text):
    return [token.word for token in tokens(text)]


def finds(query, document):
    """Tell whether every word of the query is found: by itself, or by all of its parts."""
    terms = {term for word in words(document) for term in analyse(word).terms}
    return all(
        bool(terms & set(found.whole)) or (found.parts != () and all(terms & set(part) for part in found.parts))
        for found in map(analyse, words(query))
    )


def pairs(text):
    """Return what is written as "one other, one other"."""
    return [tuple(pair.split()) for pair in text.split(",")]


def found_by(word, candidates):
    return [candidate for candidate in candidates.split() if finds(candidate, word)]


def test_a_text_consists_of_normalised_words():
    expected = {
        "De Bibliotheek, open!": ["de", "bibliotheek", "open"],
        "Walk&Talk": ["walk", "talk"],
        "L&S, B&W en AT&T": ["ls", "bw", "en", "at", "t"],
        "ouder/kind": ["ouder", "kind"],
        "thema's en thema’s": ["themas", "en", "themas"],
        "50-plussers": ["50-plussers"],
        "taal-en-lees": ["taal-en-lees"],
        "taal- en leespunt": ["taal", "en", "leespunt"],
        "café patiënt Überall": ["cafe", "patient", "uberall"],
        "cafe\u0301": ["cafe"],
        "ﬁets ĳs Straße Łódź": ["fiets", "ijs", "strasse", "lodz"],
        "schuld\u00adhulp": ["schuldhulp"],
        "\u200fhuis\u200f \u200bhuis\ufeff": ["huis", "huis"],
        "bieb\x00netwerk": ["bieb", "netwerk"],
        "taal_huis": ["taal", "huis"],
        "😀 👩‍👩‍👧 lezen 👍🏽": ["lezen"],
        "'; drop table -- \\": ["drop", "table"],
        "библиотека 図書館": ["библиотека", "図書館"],
        "": [],
        "--- ''' &&&": [],
    }

    assert {text: words(text) for text in expected} == expected


def test_a_token_says_where_its_word_stands_in_the_text_as_written():
    expected = {
        "De ﬁets, nu!": ["De", "ﬁets", "nu"],
        "een cafe\u0301 open": ["een", "cafe\u0301", "open"],
        "x 50-plussers!": ["x", "50-plussers"],
        "thema's, schuld\u00adhulp": ["thema's", "schuld\u00adhulp"],
        "İstanbul 😀 huis": ["İstanbul", "huis"],
    }

    assert {text: [text[token.start : token.end] for token in tokens(text)] for text in expected} == expected


VERY_LONG = ["a" * 100_000, "a-" * 50_000, "e\u0301" * 50_000, "a'" * 50_000, "\u0301" * 100_000]
ODD = ["½ m² №1 ª", "e-mail 's thema's", "ก็ हिन्दी عَرَبِي", "x\x00y\ufffe"]


def test_no_word_is_longer_than_64_characters():
    assert [word[:70] for text in VERY_LONG for word in words(text) if len(word) > 64] == []


def test_terms_consist_of_letters_and_digits_only():
    terms = [term for text in VERY_LONG[:2] + ODD for word in words(text) for term in analyse(word).terms]

    assert [term for term in terms if not term.isalnum()] == []


def test_what_is_no_word_has_no_terms():
    assert [word for word in ["", "-", "'", "\x00", "😀"] if analyse(word) != Analysis((), (), ())] == []


MIXED = "huis ouderen schuldhulpverlening 50-plussers NT2 ’s-Gravenhage libellen xyzzy 2026"


def test_the_terms_are_those_of_the_whole_and_of_the_parts_each_once():
    for word in MIXED.split():
        found = analyse(word)
        assert found.whole != (), word
        assert set(found.terms) >= {*found.whole, *(term for part in found.parts for term in part)}, word
        assert len(set(found.terms)) == len(found.terms), word


FORMS = """
    huizen huis, kinderen kind, musea museum, loopt lopen, bibliotheken bibliotheek, ouderen oudere, ouders ouder,
    vrijwilligers vrijwilliger, taalhuizen taalhuis, geïnformeerd informeren, Bibliothéken BIBLIOTHEEK, foto’s foto,
    thema's thema, e-mail email, e-mails email, NT2 nt-2, 1-1-2 112, 50-plussers 50plussers, 50-plussers 50-plusser,
    taal-en-leespunt taal-en-leespunten, regeringsfractie regeringfractie, vice-premier vicepremier
"""


def test_forms_of_a_word_find_each_other():
    found = [(one, other, finds(one, other), finds(other, one)) for one, other in pairs(FORMS)]

    assert found == [(one, other, True, True) for one, other in pairs(FORMS)]


def test_a_query_finds_a_document():
    documents = {
        "bibliotheek": "jeugdbibliotheken",
        "50 plussers": "50-plussers",
        "50-plussers": "50 plussers",
        "plussers": "50-plussers",
        "lezen": "taal-en-lees",
        "taalhuis": "een huis voor taal",
        "schuldhulpverlening": "hulpverlening bij schulden",
    }

    assert [query for query, document in documents.items() if not finds(query, document)] == []


OTHER_WORDS = """
    huis huid, ouders ouderen, gemeente menen, begeleiding beleid, huiswerkbegeleiding huiswerkbeleid, werk werkloos,
    taalhuis taal, lezen lessen, jongeren jongens, NT2 NT1
"""


def test_another_word_does_not_find_a_document():
    assert [(one, other) for one, other in pairs(OTHER_WORDS) if finds(one, other)] == []


def test_a_compound_is_found_by_each_of_its_parts():
    expected = {
        "taalhuis": "taal huis",
        "taalhuizen": "taal huis",
        "wijkteam": "wijk team",
        "buurthuis": "buurt huis",
        "belastingaangifte": "belasting aangifte",
        "schuldhulpverlening": "schuld hulp verlening hulpverlening",
        "mantelzorg": "mantel zorg",
        "vrijwilligerswerk": "vrijwilliger werk",
        "gezondheidscentrum": "gezondheid centrum",
        "inloopspreekuur": "inloop spreekuur",
        "leesbevordering": "lees bevordering lezen",
        "actieprogramma's": "actie programma",
        "bewindvoerder": "bewind voerder",
    }

    assert {word: " ".join(found_by(word, parts)) for word, parts in expected.items()} == expected


NO_COMPOUNDS = """
    gemeente gemeenten bibliotheek bibliotheken informatie vrijwilliger vrijwilligers ouderen jongeren samenwerking
    samenwerken ondersteuning begeleiding inburgering onderwijs activiteiten eenzaamheid verbinding aanbieden
    ontwikkeling vaardigheden zelfstandig werkloosheid gezondheid wetenschap volwassenen maatschappelijk welzijn
    daarbinnen hiervoor waarheen 00000000 sharepoint amsterdam rotterdam leeuwarden apeldoorn nt2 3d d66 1-1-2
    certificeerder internationalistisch antiklerikaal
"""


def test_a_common_word_is_not_split():
    assert [word for word in NO_COMPOUNDS.split() if analyse(word).parts != ()] == []


def test_only_function_words_are_stop_words():
    asked = ["de", "wat", "een", "zonder", "alleen", "samen", "kan"]

    assert [word for word in asked if is_stop_word(word)] == ["de", "wat", "een"]


def test_preparing_twice_does_no_harm():
    assert (prepare(), prepare()) == (None, None)
