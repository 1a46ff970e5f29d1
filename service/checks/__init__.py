"""What is to be said of a record before it is drafted: a registry, one module a check.

Pure; imports minutes, glossary, language and core.
"""
