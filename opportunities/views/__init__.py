"""The pages of municipalities and of what can be done there."""
