"""Groups of commands of `bienban`, a module each; thin, as cli.py is."""
