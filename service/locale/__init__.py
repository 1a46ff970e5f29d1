"""Gettext catalogs vi and zh (English is the source) and the one way to put a message into words."""
