"""The gespreksnotitie: from choices to one content, and from that a page, a PDF and a document."""
