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
COUNTS = ["", "-1", "0", "1", "abc", "²", "1e3", "1000", "2000", "99999999", "9" * 30]  # of the rows of a form
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
    *("q", "p", "o", "e", "all", "page", "pagina", "next", "sort", "sorteer", "zoek", "open", "format", "van", "tot"),
    *("_popup", "_to_field", "_facets", "_changelist_filters", "_continue", "_saveasnew", "action", "soort", "x"),
    *("id__exact", "pk__in", "id__gte", "id__foo", "pk__isnull", "password__startswith", "app_label", "model_name"),
    *("field_name", "term", "s", "__all__", "constructor", "a[]", "a[b]", "\x00", "é"),
]
HEADERS = {
    "Accept": ["", "*/*", "application/json", "text/html;q=x", "text/html;q=99", ",;=", "a" * 3_000],
    "Accept-Language": ["en", "fr;q=9", "x" * 1_000, "nl;q=0", ",,,", "en-\xff"],
    "Accept-Encoding": ["gzip;q=x", "br", "identity;q=0", "\xff"],
    "Cookie": ["x", "sessionid=", "sessionid=" + "a" * 32, "csrftoken=\xff", "messages=onzin", '"; a=b', "=;=;"],
    "Host": ["", "voorbeeld.nl", "localhost:99999", "localhost:x", "[", "[::1", "a b", "\xff", "localhost."],
    "If-Modified-Since": ["onzin", "Sat, 28 Nov 99999 00:00:00 GMT", "Sat, 00 Nov 0000 00:00:00 GMT", "9" * 30],
    "If-None-Match": ["*", '"', 'W/"x", "', "\xff"],
    "Range": ["bytes=0-", "bytes=-1", "bytes=9-1", "bytes=" + "9" * 30 + "-", "bytes=a-b", "bytes=0-1,2-3", "x"],
    "Referer": ["", "http://[", "https://voorbeeld.nl/", "//", "/zoeken/?q=%00", "/zoeken/?q=%ff&p=²", "\xff"],
    "Origin": ["null", "http://[", "https://voorbeeld.nl", ""],
    "X-Forwarded-For": ["", "onzin", "1.2.3.4, [", "::ffff:1.2.3.4", "fe80::1%eth0", "1.2.3.4:99999", "," * 99],
    "X-Forwarded-Proto": ["http", "onzin"],
    "X-Forwarded-Host": ["voorbeeld.nl"],
    "X-Requested-With": ["XMLHttpRequest", "\xff"],
    "HX-Request": ["true", "false", "\xff"],
    "HX-Boosted": ["true"],
    "HX-Current-URL": ["http://[", "%ff", "//", "\xff", "https://voorbeeld.nl/"],
    "HX-Current-URL-URI-AutoEncoded": ["true"],
    "HX-Target": ["", "\xff", "resultaten"],
    "HX-Trigger": ["%00", "{", "zoek"],
    "HX-Trigger-Name": ["q", "\xff"],
    "Triggering-Event": ["{", "null", "[" * 900],
    "HX-Prompt": ["%ed%a0%80"],
    "HX-History-Restore-Request": ["true"],
    "X-HTTP-Method-Override": ["DELETE"],
    "Content-Length": ["", "-1", "x", "²", "9" * 30, "5"],
    "Expect": ["100-continue", "onzin"],
    "Authorization": ["Basic", "Basic ====", "Bearer \xff"],
}
CONTENT_TYPES = [
    *(
        f"application/x-www-form-urlencoded; charset={name}"
        for name in ("utf-16", "latin-1", "idna", "\xff", "", "hex")
    ),
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\xff",
    "multipart/form-data; boundary=" + "b" * 300,
    "multipart/form-data; boundary=anders",
    "multipart/form-data; boundary*=utf-8''%ff",
    "multipart/mixed; boundary=x",
    "application/json",
    "application/json; charset=utf-16",
    "text/plain",
    "text/xml",
    "onzin",
    "/",
    ";",
    "",
    "a" * 1_000,
]
METHODS = ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "ONZIN", "get", "p\xf6st"]
JSON_BODIES = [b"{}", b"[]", b"null", b'{"a":', b"[" * 5_000, b'{"id": 1e999}', b'"\\ud800"', b"\xff\xfe{\x00}\x00"]
FILES = [  # name, kind, content
    ("foto.jpg", "image/jpeg", b"\xff\xd8\xff\xe0 geen foto"),
    ("foto.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40),
    ("foto.gif", "image/gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    ("tekening.svg", "image/svg+xml", b"<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>"),
    ("stuk.pdf", "application/pdf", b"%PDF-1.4"),
    ("tabel.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04 stuk"),
    ("tabel.xls", "application/vnd.ms-excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99),
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
