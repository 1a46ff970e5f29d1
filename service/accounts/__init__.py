"""Offices, the people in them, and the audit chain: who did what, to what, from where.

Pure but for tables and store; imports db, language and core.
"""
