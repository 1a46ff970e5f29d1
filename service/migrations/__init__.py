"""Revisions of the database, applied at start; each stands for itself and imports no table.

Imports db and core, and Alembic.
"""
