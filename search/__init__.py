"""Finding: search documents, facets, suggestions."""
