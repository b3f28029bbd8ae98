"""What somebody types, or a program sends, where the site expects something else."""

from urllib.parse import quote

LONE_SURROGATE = "\ud800"
TEXTS = [
    "",
    " ",
    "\x00",
    "a\x00b",
    LONE_SURROGATE,
    "\u202e\u2066om\u2069gekeerd",
    "\ufeff\u200b\u00ad",
    "e" + "\u0301" * 50,
    "💥👩‍👩‍👧",
    "ß" * 300,
    "a" * 3_000,
    "{}",
    "{naam}",
    "{0.__class__}",
    "{{ request }}{% load x %}",
    "%s %(x)s %n %",
    "<i x-data x-init='alert(1)'>",
    "' OR 1=1 --",
    '"',
    "\\",
    "(",
    "*:*&!|",
    "a,b,,c",
    "[1]",
    '{"a": [null]}',
    "null",
    "true",
    "on",
    "Dag\r\nX-Eigen: kop",
    "../../../../etc/passwd",
    "//voorbeeld.nl",
    "http://[",
    "https://voorbeeld.nl:x/",
    "javascript:alert(1)",
    "x@y",
    "a@" + "b" * 300 + ".nl",
]
NUMBERS = [
    "0",
    "-1",
    "-0",
    "1",
    "1.5",
    "1,5",
    "1e9",
    "1e999",
    "NaN",
    "-Infinity",
    "0x10",
    "1_000",
    "²",
    "½",
    "١٢٣",
    "１２",
    "2147483648",
    "9223372036854775808",
    "9" * 30,
    "9" * 3_000,
    "-" + "9" * 30,
    "+1",
    "1;2",
]
DATES = [
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "99999-12-31",
    "2026-02-30",
    "2026-13-01",
    "31-12-9999",
    "01-01-0001",
    "24:00",
    "99:99",
    "2026-03-29 02:30",
    "9999-12-31T23:59:59+14:00",
    "0001-01-01T00:00:00-14:00",
    "١٤-٠٦-٢٠٢٦",
    "2026-W53",
    "-2026-01-01",
]
# of the rows of a form
COUNTS = ["", "-1", "0", "1", "abc", "²", "1e3", "1000", "2000", "99999999", "9" * 30]
RAW_PIECES = [
    "%00",
    "%ff",
    "%ed%a0%80",
    "%c0%af",
    "%2f",
    "%2e%2e%2f",
    "%252e",
    "%",
    "%zz",
    "%u0041",
    "%0d%0a",
    "+",
    ";",
]
KEYS = [
    *(
        "q",
        "p",
        "o",
        "e",
        "all",
        "page",
        "pagina",
        "next",
        "sort",
        "sorteer",
        "zoek",
        "open",
        "format",
        "van",
        "tot",
    ),
    *(
        "_popup",
        "_to_field",
        "_facets",
        "_changelist_filters",
        "_continue",
        "_saveasnew",
        "action",
        "soort",
        "x",
    ),
    *(
        "id__exact",
        "pk__in",
        "id__gte",
        "id__foo",
        "pk__isnull",
        "password__startswith",
        "app_label",
        "model_name",
    ),
    *("field_name", "term", "s", "__all__", "constructor", "a[]", "a[b]", "\x00", "é"),
]
JSON_BODIES = [
    b"{}",
    b"[]",
    b"null",
    b'{"a":',
    b"[" * 5_000,
    b'{"id": 1e999}',
    b'"\\ud800"',
    b"\xff\xfe{\x00}\x00",
]
FILES = [  # name, kind, content
    ("foto.jpg", "image/jpeg", b"\xff\xd8\xff\xe0 geen foto"),
    ("foto.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40),
    ("foto.gif", "image/gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    (
        "tekening.svg",
        "image/svg+xml",
        b"<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>",
    ),
    ("stuk.pdf", "application/pdf", b"%PDF-1.4"),
    (
        "tabel.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        b"PK\x03\x04 stuk",
    ),
    (
        "tabel.xls",
        "application/vnd.ms-excel",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99,
    ),
    ("tabel.csv", "text/csv", b"slug;titel\n\x00;\xff\n;;;;\n"),
    ("tabel.ods", "application/vnd.oasis.opendocument.spreadsheet", b""),
    ("../../../etc/passwd", "text/plain", b"x"),
    ("n\x00ul.csv", "", b"slug\nx\n"),
    ("a" * 400 + ".pdf", "application/pdf", b"%PDF-1.4"),
    (".", "x/y", b"x"),
    ("", "text/csv", b"slug\nx\n"),
]


def odd(random):
    """A text, number or date that fits nowhere."""
    return random.choice(random.choice((TEXTS, NUMBERS, DATES)))


def encoded(text, safe=""):
    """Percent-encoded, also what UTF-8 has no place for."""
    return quote(text, safe=safe, errors="surrogatepass")


def odd_piece(random):
    """A piece of an address, encoded rightly or not."""
    if random.random() < 0.4:
        return random.choice(RAW_PIECES)
    return encoded(odd(random), safe=random.choice(("", "/")))
