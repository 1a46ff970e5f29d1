"""Engines, the one place that commits, and what every table shares; knows no table of any domain.

Imports core only.
"""
