"""Writing search documents: what is found of every public page."""
