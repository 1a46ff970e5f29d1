"""Values, dates, name order, positions and session names in both languages. Pure; imports core."""
