"""What of signing in is kept: only digests of what people show, secrets sealed."""
