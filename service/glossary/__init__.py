"""Concepts, their terms and validity, and names resolved as of a day.

Pure but for tables, store and index; imports language and core.
"""
