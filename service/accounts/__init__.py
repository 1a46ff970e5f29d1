"""Offices, the people in them, and the audit chain: who did what, to what.

How people sign in is in `access`.

Pure but for tables and store; imports db, language and core.
"""
