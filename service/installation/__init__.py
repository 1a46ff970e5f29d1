"""What an installation keeps for itself: secrets of its own, and which requests it has carried out.

Its tables and store know the database; nothing here knows a domain. Imports db and core.
"""
