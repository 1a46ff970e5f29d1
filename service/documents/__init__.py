"""DOCX templates: reading, compiling, laying out, filling, linting. Pure: bytes in, bytes out."""
