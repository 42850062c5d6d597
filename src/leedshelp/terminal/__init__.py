"""The streams, the dialogue, and what typed words mean."""
