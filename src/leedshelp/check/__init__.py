"""What a check of the data shows."""
