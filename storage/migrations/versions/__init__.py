"""One file a version of the tables, named by its number; each can be undone."""
