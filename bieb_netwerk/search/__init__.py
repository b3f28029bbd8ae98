"""Finding: the analysis of Dutch, search documents, facets, suggestions."""
