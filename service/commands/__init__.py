"""Commands of the service, one module a subject; thin like the command line they belong to.

Imports app and what lies under it.
"""
