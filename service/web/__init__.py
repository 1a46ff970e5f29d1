"""Pages for people, one module a domain; no rule of the field lives here."""
