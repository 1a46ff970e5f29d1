"""The rules of the document lint, one module a subject; `service.documents.lint` is their door."""
