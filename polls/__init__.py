"""Polls: a statement on which anybody votes once per browser, with a motive if they like."""
