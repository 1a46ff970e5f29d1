"""Minutes in the database: heads, parts, segments, the work on them, named versions."""
