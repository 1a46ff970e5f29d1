"""Concepts, their revisions and the glossary's versions in the database; plain data in and out."""
