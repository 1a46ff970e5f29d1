"""One module a revision, in their order; what is released is never changed."""
