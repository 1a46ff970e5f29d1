"""Telling a meeting's facts in one language of one original; facts.py puts them together."""
