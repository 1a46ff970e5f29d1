"""Bienban drafts bilingual Vietnamese–Chinese minutes; CONTRIBUTING.md draws the rooms and their arrows."""
