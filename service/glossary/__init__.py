"""Concepts, their terms and validity; names resolved as of a day, and terms found in text.

Pure but for tables, store and index; imports language and core.
"""
