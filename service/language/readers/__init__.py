"""One reader a kind of mention; each reads at one token and never looks further than a bounded phrase."""
