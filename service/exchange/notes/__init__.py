"""Pasted notes of a meeting read into a proposed record: news reports, bullets, old minutes."""
