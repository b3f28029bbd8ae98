"""Data → a tagged PDF, by way of a typst sheet that stands beside whoever prints."""
