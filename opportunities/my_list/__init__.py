"""What a reader saves of the site: examples, themes, municipalities, libraries, partners, networks and meetings."""
