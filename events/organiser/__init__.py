"""The organiser's pages of an event in the curators' room; only for who may change the event."""
