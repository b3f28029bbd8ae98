"""Reactions: questions and experiences of readers on an example, theme or meeting, and what others answer."""
