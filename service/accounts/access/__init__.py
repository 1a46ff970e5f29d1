"""How people show who they are: passwords, second factors, sessions, keys, one-time links, tries.

Pure but for tables and store; imports accounts, db and core.
"""
