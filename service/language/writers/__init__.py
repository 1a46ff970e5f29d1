"""One writer a family of values; each gives the form that papers write first."""
