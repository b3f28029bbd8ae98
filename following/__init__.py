"""Following: who hears by mail what is new on a page or in a list, and what is new for everybody."""
