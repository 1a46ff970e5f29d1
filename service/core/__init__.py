"""Text and its tokens, languages, messages and findings: what every room speaks.

Imports nothing of this program.
"""
