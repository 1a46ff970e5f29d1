"""Routes of minutes: what they say, the work on them, who has them."""
