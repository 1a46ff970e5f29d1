"""What a package may come to, whether it is read or written."""

MAX_INFLATED = 32 * 1024 * 1024  # bytes of all its parts
