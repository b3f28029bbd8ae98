"""What search engines read: the list of files, and every file in it."""

import re


def whole_sitemap(client):
    """The text of all files together."""
    files = re.findall("<loc>https?://[^/]+(/[^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    return "".join(client.get(file).content.decode() for file in files)
