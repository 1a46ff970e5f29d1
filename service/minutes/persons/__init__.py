"""The registry of persons: who there is on both sides, and which positions they hold over time."""
