"""Concepts, their terms and validity, and resolving a name as of a day. Pure but for tables, store and index; imports language and core."""
