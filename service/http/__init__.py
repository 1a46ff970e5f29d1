"""What both faces share: who asks, what a route lets through, problems, entity tags, strict bodies.

Imports actions and locale.
"""
