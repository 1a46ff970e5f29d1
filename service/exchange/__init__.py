"""Files of the outside as bytes in and plain data out: records, termbase, tables, TBX, import plans.

Pure; imports glossary, language and core, and minutes for records.
"""
