"""Files of the outside as bytes in and plain data out: records, termbase. Pure."""
