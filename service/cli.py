"""The `bienban` command; thin: it parses arguments, calls actions and puts their words on the console."""


def main() -> int:
    """Run the command."""
    return 0
