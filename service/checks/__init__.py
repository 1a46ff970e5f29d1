"""A registry and one module a check: what a record says against itself. Pure."""
