"""REST schemas and routes, one module a domain; JSON for programs, no rule of any domain.

Imports http and actions.
"""
