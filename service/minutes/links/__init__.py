"""What minutes lead to: the text or the session that they came from, and the concepts that they name."""
