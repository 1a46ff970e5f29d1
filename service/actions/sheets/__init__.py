"""The facts of the sheets that go with a paper to be signed: names to verify, interpreter's sheet, proof."""
