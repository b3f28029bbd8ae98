"""The analysis of Dutch: which terms a word has, so that every form of it is found. Knows nothing of the site."""
